using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TypedLlm.TypedAnswers;
using TypedLlm.TestKit;
using TypedLlm.TestKit.Answers;

namespace TypedLlm.Generator.Tests.Shapes;

/// <summary>Reads types of test sources.</summary>
internal static class AnswerTypes
{
    /// <summary>Reads the type that the method <c>Get</c> of an interface <c>IAnswer</c> returns.</summary>
    public static AnswerReading Read(string source)
    {
        var compilation = GeneratorHarness.Compile("Shop", [RandomAnswerTypes.Usings + source]);
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Error));
        return Read(compilation, "");
    }

    public static AnswerReading Read(CSharpCompilation compilation, string @namespace)
    {
        var holder = compilation.GetTypeByMetadataName(@namespace.Length == 0 ? "IAnswer" : $"{@namespace}.IAnswer")!;
        return ShapeReader.Read(holder.GetMembers("Get").OfType<IMethodSymbol>().Single().ReturnType, compilation.Assembly, CancellationToken.None);
    }

    /// <summary>The shape of a type that breaks no rule.</summary>
    public static AnswerShape Shape(string source)
    {
        var reading = Read(source);
        Assert.Empty(reading.Problems.Select(problem => $"{problem.Id} {string.Join(" · ", problem.Arguments)}"));
        return reading.Shape!;
    }

    /// <summary>The shape of a type by its name as C# code.</summary>
    public static AnswerShape ShapeOf(string type, string declarations = "") => Shape($"{declarations}\npublic interface IAnswer {{ {type} Get(); }}");

    public static string Schema(string type, string declarations = "") => StrictSchemaWriter.Write(ShapeOf(type, declarations)).Json;
}
