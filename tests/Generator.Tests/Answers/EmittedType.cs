using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using TypedLlm.TypedAnswers;
using TypedLlm.TestKit;

namespace TypedLlm.Generator.Tests.AnswerTypes;

/// <summary>A type of a test with what is emitted for it, compiled as strictly as a user's project and loaded.</summary>
internal sealed class EmittedType
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    private readonly Func<byte[], object?> _read;

    private EmittedType(Assembly assembly, AnswerShape shape)
    {
        Assembly = assembly;
        _read = EmittedProgram.Reader(assembly, shape);
    }

    public Assembly Assembly { get; }

    /// <summary>Compiles types of the namespace Shop with what is emitted for a shape of them.</summary>
    public static EmittedType Compile(string source, TypeUse root, params NamedShape[] types)
    {
        var shape = new AnswerShape(root, new(types));
        return new EmittedType(EmittedProgram.Load(GeneratorHarness.Compile("Shop", [Sources.InShop(source)]), [shape]), shape);
    }

    public object? Read(byte[] json) => _read(json);

    public object? Read(string json) => _read(Encoding.UTF8.GetBytes(json));

    /// <summary>What System.Text.Json writes for what was read.</summary>
    public string Rewrite(string json) => Write(Read(json));

    public static string Write(object? value) => JsonSerializer.Serialize(value, Json);

    public AnswerException Refuses(string json) => Assert.Throws<AnswerException>(() => Read(json));

    /// <summary>Asserts where and why an answer is refused.</summary>
    public void Refuses(string json, string path, string expected, string found)
    {
        var exception = Refuses(json);
        Assert.Equal((path, expected, found), (exception.Path, exception.Expected, exception.Found));
    }
}
