using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TypedLlm.TypedAnswers;

namespace TypedLlm.Generator.Tests.AnswerTypes;

/// <summary>Compiles types of tests with what is emitted for them, as strictly as a user's project, and runs it.</summary>
internal static class EmittedProgram
{
    private const string Namespace = "Probes";

    /// <summary>Adds the emitted code to the declarations and loads all.</summary>
    public static Assembly Load(CSharpCompilation declarations, IReadOnlyList<AnswerShape> shapes)
    {
        var options = (CSharpParseOptions)declarations.SyntaxTrees[0].Options;
        var compilation = declarations.AddSyntaxTrees(Emit(shapes).Select(source => CSharpSyntaxTree.ParseText(source, options)));
        var faults = compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).ToList();
        Assert.True(faults.Count == 0, string.Join('\n', faults.Take(10)) + "\n" + faults.FirstOrDefault()?.Location.SourceTree);
        using var image = new MemoryStream();
        Assert.True(compilation.Emit(image).Success);
        image.Position = 0;
        return new AssemblyLoadContext(declarations.AssemblyName).LoadFromStream(image);
    }

    public static object? Read(Assembly program, AnswerShape shape, byte[] json) => Reader(program, shape)(json);

    /// <summary>The method that reads answers of a root.</summary>
    public static Func<byte[], object?> Reader(Assembly program, AnswerShape shape) =>
        program.GetType($"{Namespace}.{AnswerClassNames.OfRoot(shape)}", throwOnError: true)!.GetMethod("Read")!.CreateDelegate<Func<byte[], object?>>();

    /// <summary>Asks a model with a value as the whole prompt, as JSON.</summary>
    public static Task<string> SendAsync(Assembly program, AnswerShape shape, LlmRuntime runtime, object? value) =>
        program.GetType($"{Namespace}.{AnswerClassNames.OfRoot(shape)}", throwOnError: true)!.GetMethod("SendAsync")!.CreateDelegate<Func<LlmRuntime, object?, Task<string>>>()(runtime, value);

    /// <summary>Each type and each root once, however many shapes have it.</summary>
    private static IEnumerable<string> Emit(IReadOnlyList<AnswerShape> shapes)
    {
        foreach (var type in shapes.SelectMany(shape => shape.Types.Select(type => (shape, type))).DistinctBy(pair => AnswerClassNames.Of(pair.type)))
        {
            yield return AnswerEmitter.EmitType(type.shape, type.type);
            yield return WriterEmitter.EmitType(type.shape, type.type);
            if (type.type.Partial is not null)
            {
                yield return PartialEmitter.Emit(type.shape, type.type);
            }
        }

        foreach (var shape in shapes.DistinctBy(AnswerClassNames.OfRoot))
        {
            yield return WriterEmitter.EmitRoot(shape);
            yield return AnswerEmitter.EmitFormat(shape, "answer", StrictSchemaWriter.Write(shape).Json);
            yield return Probe(shape);
        }
    }

    private static string Probe(AnswerShape shape) => $$"""
        #pragma warning disable CS1591
        #nullable enable
        namespace {{Namespace}}
        {
            using TypedLlm.CompilerServices;

            public static class {{AnswerClassNames.OfRoot(shape)}}
            {
                private static readonly EndpointMethod Method = new() { Endpoint = "Shop.IDesk", Name = "SendAsync", Assembly = typeof(Prompt).Assembly, Chain = ["5.4"] };

                public static object? Read(byte[] json) => {{AnswerClassNames.Full(AnswerClassNames.OfFormat(shape))}}.Instance.Read(json);

                public static System.Threading.Tasks.Task<string> SendAsync(TypedLlm.LlmRuntime runtime, object? value) => runtime.Invoker.CallAsync(Method, new Prompt(value), null, default);

                private readonly struct Prompt(object? value) : IPrompt
                {
                    public void Write(PromptWriter writer)
                    {
                        writer.BeginUserMessage();
                        {{AnswerClassNames.Full(AnswerClassNames.OfRootWriter(shape))}}.Write(writer.Json("value", isUntrusted: true), ({{shape.Root.Type}})value!);
                    }
                }
            }
        }
        """;
}
