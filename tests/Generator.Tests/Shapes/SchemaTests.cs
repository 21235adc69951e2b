using System.Text.Encodings.Web;
using System.Text.Json;
using TypedLlm.TestKit;

namespace TypedLlm.Generator.Tests.Shapes;

/// <summary>C# types and the schemas that are written for them.</summary>
public sealed class SchemaTests(StrictService service) : IClassFixture<StrictService>
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Theory]
    [InlineData("string", """{"type":"string"}""")]
    [InlineData("string?", """{"type":["string","null"]}""")]
    [InlineData("bool", """{"type":"boolean"}""")]
    [InlineData("bool?", """{"type":["boolean","null"]}""")]
    [InlineData("char", """{"type":"string","pattern":"^[\\s\\S]$"}""")]
    [InlineData("sbyte", """{"type":"integer","minimum":-128,"maximum":127}""")]
    [InlineData("byte", """{"type":"integer","minimum":0,"maximum":255}""")]
    [InlineData("short", """{"type":"integer","minimum":-32768,"maximum":32767}""")]
    [InlineData("ushort", """{"type":"integer","minimum":0,"maximum":65535}""")]
    [InlineData("int", """{"type":"integer"}""")]
    [InlineData("uint", """{"type":"integer","minimum":0,"maximum":4294967295}""")]
    [InlineData("long", """{"type":"integer"}""")]
    [InlineData("ulong", """{"type":"integer","minimum":0}""")]
    [InlineData("int?", """{"type":["integer","null"]}""")]
    [InlineData("float", """{"type":"number"}""")]
    [InlineData("double", """{"type":"number"}""")]
    [InlineData("decimal?", """{"type":["number","null"]}""")]
    [InlineData("Guid", """{"type":"string","format":"uuid"}""")]
    [InlineData("Uri", """{"type":"string"}""")]
    [InlineData("DateTime", """{"type":"string","format":"date-time"}""")]
    [InlineData("DateTimeOffset", """{"type":"string","format":"date-time"}""")]
    [InlineData("DateOnly", """{"type":"string","format":"date"}""")]
    [InlineData("TimeOnly", """{"type":"string","format":"time"}""")]
    [InlineData("TimeSpan", """{"type":"string","format":"duration"}""")]
    [InlineData("DayOfWeek?", """{"type":["string","null"],"enum":["Sunday","Monday","Tuesday","Wednesday","Thursday","Friday","Saturday",null]}""")]
    public void A_scalar_at_the_root_is_wrapped(string type, string schema) => Assert.Equal(Wrapped("value", schema), AnswerTypes.Schema(type));

    [Theory]
    [InlineData("int[]")]
    [InlineData("List<int>")]
    [InlineData("IEnumerable<int>")]
    [InlineData("IReadOnlyList<int>")]
    [InlineData("ISet<int>")]
    [InlineData("ImmutableArray<int>")]
    [InlineData("IImmutableSet<int>")]
    [InlineData("SortedSet<int>")]
    [InlineData("System.Collections.ObjectModel.ObservableCollection<int>")]
    [InlineData("Numbers")]
    public void Lists_of_all_kinds_have_one_schema(string type) => Assert.Equal(
        Wrapped("items", """{"type":"array","items":{"type":"integer"}}"""), AnswerTypes.Schema(type, "public class Numbers : List<int>;"));

    [Theory]
    [InlineData("Dictionary<DayOfWeek, int?>")]
    [InlineData("IReadOnlyDictionary<DayOfWeek, int?>")]
    [InlineData("ImmutableDictionary<DayOfWeek, int?>")]
    [InlineData("SortedDictionary<DayOfWeek, int?>")]
    public void Dictionaries_are_lists_of_pairs(string type) => Assert.Equal(
        Wrapped("items", """
            {"type":"array","items":{"type":"object","properties":{"key":{"type":"string","enum":["Sunday","Monday","Tuesday","Wednesday","Thursday","Friday","Saturday"]},"value":{"type":["integer","null"]}},"required":["key","value"],"additionalProperties":false}}
            """),
        AnswerTypes.Schema(type));

    [Theory]
    [InlineData("records")]
    [InlineData("classes")]
    [InlineData("structs")]
    [InlineData("enums")]
    [InlineData("nullables")]
    [InlineData("recursion")]
    [InlineData("families")]
    [InlineData("generics")]
    [InlineData("names")]
    [InlineData("descriptions")]
    [InlineData("annotations")]
    [InlineData("inheritance")]
    public async Task A_type_has_the_approved_schema(string name)
    {
        var source = RepositoryFiles.Read($"tests/Generator.Tests/Shapes/Types/{name}.cs.txt");
        var json = AnswerTypes.Schema("Answer", source);
        Assert.Null(await service.RefusalOfAsync(json));
        using var schema = JsonDocument.Parse(json);
        var actual = JsonSerializer.Serialize(schema.RootElement, Readable) + "\n";

        Assert.Equal(RepositoryFiles.Approved($"tests/Generator.Tests/Shapes/Types/{name}.json", actual), actual);
    }

    private static string Wrapped(string property, string schema) =>
        $$"""{"type":"object","properties":{"{{property}}":{{schema.Trim()}}},"required":["{{property}}"],"additionalProperties":false}""";
}
