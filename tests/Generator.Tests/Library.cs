using Microsoft.CodeAnalysis;
using TypedLlm.TestKit;

namespace TypedLlm.Generator.Tests;

/// <summary>Assemblies that test sources refer to.</summary>
internal static class Library
{
    public static MetadataReference Compile(string source)
    {
        using var image = new MemoryStream();
        var result = GeneratorHarness.Compile("Library", ["#pragma warning disable CS1591\n" + source]).Emit(image);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return MetadataReference.CreateFromImage(image.ToArray());
    }
}
