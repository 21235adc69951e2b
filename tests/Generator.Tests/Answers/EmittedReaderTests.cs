using System.Text.Json.Nodes;
using TypedLlm.TypedAnswers;
using static TypedLlm.Generator.Tests.AnswerTypes.Shapes;

namespace TypedLlm.Generator.Tests.AnswerTypes;

/// <summary>What emitted code makes of answers.</summary>
public sealed class EmittedReaderTests
{
    /// <summary>As System.Text.Json writes it: families by their discriminator, dictionaries as objects, durations in the constant format.</summary>
    public const string Full = """
        {"text":"a \u00e9 \"b\" \\ \n \ud83d\ude00","flag":true,"letter":"\"","number0":-128,"number1":255,"number2":-32768,"number3":65535,"number4":-2147483648,"number5":4294967295,
        "number6":-9223372036854775808,"number7":18446744073709551615,"number8":1.5,"number9":-2.5E-300,"number10":79228162514264337593543950335,
        "id":"0b6f2a6c-7a41-4c5e-9a53-0d9e6f3f2a11","link":"../a?b=c","moment":"2026-02-03T14:30:00.1234567","instant":"2026-02-03T14:30:00+01:30","day":"2026-02-03","hour":"14:30:00.5000000",
        "span":"1.02:03:04.0000005","level":"High","maybeLevel":"Low","maybeNumber":7,"maybeText":"x","place":{"x":1,"y":2},"maybePlace":{"x":3,"y":4},"size":{"width":5,"height":null},
        "figure":{"$type":"square","side":2,"inner":{"$type":"circle","radius":0.5}},
        "next":{"text":"","flag":false,"letter":"\u0000","number0":0,"number1":0,"number2":0,"number3":0,"number4":0,"number5":0,"number6":0,"number7":0,"number8":0,"number9":0,"number10":0.10,
        "id":"00000000-0000-0000-0000-000000000000","link":"https://example.com","moment":"0001-01-01T00:00:00","instant":"0001-01-01T00:00:00+00:00","day":"0001-01-01","hour":"00:00:00","span":"00:00:00",
        "level":"Low","maybeLevel":null,"maybeNumber":null,"maybeText":null,"place":{"x":0,"y":0},"maybePlace":null,"size":{"width":0,"height":1},"figure":{"$type":"circle","radius":1},"next":null,
        "array":[],"nested":[],"list":[],"maybeList":null,"set":[],"fixed":[],"figures":[],"levels":[],"bag":[],"counts":{},"byLevel":{},"byNumber":{},"byId":{}},
        "array":["a",""],"nested":[[],[1,2],[3]],"list":[{"x":1,"y":1},{"x":2,"y":2}],"maybeList":[1,null,3],"set":[3,1],"fixed":["f"],"figures":[{"$type":"circle","radius":1},{"$type":"square","side":1,"inner":null}],
        "levels":["High"],"bag":["b","b"],"counts":{"a":1,"b \"c\"":2},"byLevel":{"Low":null,"High":"h"},"byNumber":{"-5":{"x":9,"y":9}},"byId":{"0b6f2a6c-7a41-4c5e-9a53-0d9e6f3f2a11":true}}
        """;

    private static EmittedType Everything => EverythingType.Emitted;

    [Fact]
    public void Each_kind_reads_back_as_it_was_written()
    {
        var value = System.Text.Json.JsonSerializer.Deserialize(Full, Everything.Assembly.GetType("Shop.Everything")!, EmittedType.Json);
        var written = EmittedType.Write(value);
        Assert.Equal(written, Everything.Rewrite(written));
        Assert.Equal(written, Everything.Rewrite(Full));
    }

    [Fact]
    public void Properties_come_in_any_order_and_unknown_ones_are_passed_over()
    {
        var expected = JsonNode.Parse(Everything.Rewrite(Full));
        var random = new Random(20260603);
        for (var i = 0; i < 50; i++)
        {
            var shuffled = Shuffle(JsonNode.Parse(Full)!, random).ToJsonString();
            Assert.True(JsonNode.DeepEquals(expected, JsonNode.Parse(Everything.Rewrite(shuffled))), shuffled);
        }
    }

    [Fact]
    public void Families_and_dictionaries_are_read_in_the_form_of_the_schema()
    {
        var node = JsonNode.Parse(Full)!.AsObject();
        node["figure"] = JsonNode.Parse("""{"square":{"side":2,"inner":{"circle":{"radius":0.5}}}}""");
        node["counts"] = JsonNode.Parse("""[{"key":"a","value":1},{"value":2,"key":"b \"c\""}]""");
        node["byLevel"] = JsonNode.Parse("""[{"key":"Low","value":null},{"key":"High","value":"h"}]""");
        node["byNumber"] = JsonNode.Parse("""[{"key":-5,"value":{"x":9,"y":9}}]""");
        node["span"] = "P1DT2H3M4.0000005S";
        Assert.Equal(Everything.Rewrite(Full), Everything.Rewrite(node.ToJsonString()));
    }

    [Fact]
    public void What_may_be_null_may_be_missing()
    {
        var node = JsonNode.Parse(Full)!.AsObject();
        foreach (var name in new[] { "maybeLevel", "maybeNumber", "maybePlace", "maybeList", "next" })
        {
            node.Remove(name);
        }

        node.Remove("maybeText");
        var read = JsonNode.Parse(Everything.Rewrite(node.ToJsonString()))!;
        Assert.Equal("unset", read["maybeText"]!.GetValue<string>());
        Assert.Null(read["maybeLevel"]);
        Assert.Null(read["maybeNumber"]);
        Assert.Null(read["next"]);
    }

    [Theory]
    [InlineData("number4", "3.0", 3)]
    [InlineData("number4", "3e2", 300)]
    [InlineData("number6", "9223372036854775807.0", long.MaxValue)]
    public void Whole_numbers_may_be_written_with_a_fraction_of_zero(string name, string number, long expected) =>
        Assert.Equal(expected, ReadMember(name, number).GetValue<long>());

    [Theory]
    [InlineData("\"PT5M\"", "00:05:00")]
    [InlineData("\"-PT1.5S\"", "-00:00:01.5000000")]
    [InlineData("\"P1W\"", "7.00:00:00")]
    [InlineData("\"P10675199DT2H48M5.4775807S\"", "10675199.02:48:05.4775807")]
    [InlineData("\"00:05:00\"", "00:05:00")]
    public void Durations_have_two_forms(string written, string expected) => Assert.Equal(expected, ReadMember("span", written).GetValue<string>());

    [Theory]
    [InlineData("\"14:30\"", "14:30:00")]
    [InlineData("\"14:30:00Z\"", "14:30:00")]
    [InlineData("\"14:30:00.25+02:00\"", "14:30:00.2500000")]
    public void A_time_of_day_may_have_an_offset(string written, string expected) => Assert.Equal(expected, ReadMember("hour", written).GetValue<string>());

    [Fact]
    public void Decimals_are_exact() =>
        Assert.Equal("0.1000000000000000000000000001", ReadMember("number10", "0.1000000000000000000000000001").ToJsonString());

    [Theory]
    [InlineData("""{"value":5}""")]
    [InlineData("""{"value":5,"note":"x"}""")]
    [InlineData("5")]
    public void A_root_that_is_no_object_is_unwrapped(string json) =>
        Assert.Equal(5, EmittedType.Compile("", Scalar(TypeKind.Int32)).Read(json));

    [Fact]
    public void A_list_at_the_root_is_unwrapped()
    {
        var type = EmittedType.Compile("public sealed record Line(int Id);", List(Named("Line")), Object("Line", Member("Id", Scalar(TypeKind.Int32))));
        Assert.Equal("""[{"id":1},{"id":2}]""", type.Rewrite("""{"items":[{"id":1},{"id":2}]}"""));
        Assert.Equal("""[{"id":1}]""", type.Rewrite("""[{"id":1}]"""));
        Assert.Equal("[]", type.Rewrite("""{"items":[]}"""));
        type.Refuses("""{"items":[],"items":[]}""", "$.items", "each property once", "the same property twice");
    }

    [Fact]
    public void A_type_may_have_more_than_64_members()
    {
        var members = Enumerable.Range(0, 130).Select(index => Member($"M{index}", Scalar(TypeKind.Int32), MemberSetting.Setter)).ToArray();
        var type = EmittedType.Compile(
            $$"""public sealed class Wide { {{string.Concat(members.Select(member => $"public int {member.Name} {{ get; set; }} "))}} }""", Named("Wide"), Object("Wide", members));
        var json = "{" + string.Join(',', members.Select((member, index) => $"\"{member.WireName}\":{index}").Reverse()) + "}";
        Assert.Equal(129, JsonNode.Parse(type.Rewrite(json))!["m129"]!.GetValue<int>());
        type.Refuses(json.Replace("\"m129\":129,", "", StringComparison.Ordinal), "$.m129", "a value", "nothing");
        type.Refuses(json.Replace("\"m128\"", "\"m129\"", StringComparison.Ordinal), "$.m129", "each property once", "the same property twice");
    }

    [Fact]
    public void A_constructor_parameter_with_a_default_may_be_missing()
    {
        var type = EmittedType.Compile(
            "public sealed record Note(string Text, int Times = 3);",
            Named("Note"),
            Object("Note", Member("Text", Scalar(TypeKind.String)), Member("Times", Scalar(TypeKind.Int32)) with { Default = "3" }));
        Assert.Equal("""{"text":"a","times":3}""", type.Rewrite("""{"text":"a"}"""));
    }

    private static JsonNode ReadMember(string name, string value)
    {
        var node = JsonNode.Parse(Full)!.AsObject();
        node[name] = "@";
        return JsonNode.Parse(Everything.Rewrite(node.ToJsonString().Replace("\"@\"", value, StringComparison.Ordinal)))![name]!;
    }

    private static JsonNode Shuffle(JsonNode node, Random random)
    {
        switch (node)
        {
            case JsonArray array:
                return new JsonArray([.. array.Select(item => item is null ? null : Shuffle(item, random))]);
            case JsonObject item:
                var properties = item.Select(pair => KeyValuePair.Create(pair.Key, pair.Value is null ? null : Shuffle(pair.Value, random))).ToArray();
                random.Shuffle(properties);
                var shuffled = new JsonObject(properties);
                if (shuffled.ContainsKey("text"))
                {
                    shuffled.Insert(random.Next(shuffled.Count), "unknown", new JsonArray(1, new JsonObject { ["text"] = "x" }));
                }

                return shuffled;
            default:
                return node.DeepClone();
        }
    }
}
