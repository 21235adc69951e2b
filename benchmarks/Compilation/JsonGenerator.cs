using System.Reflection;
using Microsoft.CodeAnalysis;

namespace TypedLlm.Benchmarks.Compilation;

/// <summary>The source generator of System.Text.Json that comes with the SDK.</summary>
internal static class JsonGenerator
{
    private static readonly Type Generator = Load();

    public static IIncrementalGenerator Create() => (IIncrementalGenerator)Activator.CreateInstance(Generator)!;

    private static Type Load()
    {
        var path = typeof(JsonGenerator).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "SystemTextJsonGenerator").Value!;
        return Assembly.LoadFrom(path).GetType("System.Text.Json.SourceGeneration.JsonSourceGenerator", throwOnError: true)!;
    }
}
