using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.CodeAnalysis;
using TypedLlm.Answers;
using TypedLlm.TestKit;

namespace TypedLlm.Generator.Tests.AnswerTypes;

/// <summary>A type of a test with what is emitted for it, compiled as strictly as a user's project and loaded.</summary>
internal sealed class EmittedType
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    private readonly Func<byte[], object?> _read;

    private EmittedType(Assembly assembly)
    {
        Assembly = assembly;
        _read = assembly.GetType("Probe", throwOnError: true)!.GetMethod("Read")!.CreateDelegate<Func<byte[], object?>>();
    }

    public Assembly Assembly { get; }

    /// <summary>Compiles types of the namespace Shop with what is emitted for a shape of them.</summary>
    public static EmittedType Compile(string source, TypeUse root, params NamedShape[] types) =>
        Compile(source, new AnswerShape(root, new(types)), SchemaOf(types));

    public static EmittedType Compile(string source, AnswerShape shape, string schema)
    {
        var probe = $$"""
            #pragma warning disable CS1591
            public static class Probe
            {
                public static object? Read(byte[] json) => {{AnswerClassNames.Full(AnswerClassNames.OfFormat(shape))}}.Instance.Read(json);
            }
            """;
        string[] sources = [Sources.InShop(source), probe, .. Emit(shape, schema)];
        var compilation = GeneratorHarness.Compile("Shop", sources);
        var faults = compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).ToList();
        Assert.True(faults.Count == 0, string.Join('\n', faults) + "\n" + string.Join('\n', sources));
        using var image = new MemoryStream();
        Assert.True(compilation.Emit(image).Success);
        image.Position = 0;
        return new EmittedType(new AssemblyLoadContext("Shop").LoadFromStream(image));
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

    private static IEnumerable<string> Emit(AnswerShape shape, string schema) =>
    [
        .. shape.Types.Select(type => AnswerEmitter.EmitType(shape, type)),
        AnswerEmitter.EmitRoot(shape),
        AnswerEmitter.EmitFormat(shape, "answer", schema),
    ];

    /// <summary>Stands for a schema where only the names in it matter.</summary>
    private static string SchemaOf(IEnumerable<NamedShape> types) =>
        JsonSerializer.Serialize(types.OfType<ObjectShape>().SelectMany(type => type.Members).Select(member => member.WireName));
}
