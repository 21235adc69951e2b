using Microsoft.CodeAnalysis;

namespace TypedLlm.Analyzers.Tests.Consumers;

/// <summary>The sources of this repository are programs too. They need more references than this test has, so only our own findings count.</summary>
public sealed class OwnSourcesTests
{
    [Theory]
    [InlineData("samples/Quickstart")]
    [InlineData("samples/Guides")]
    [InlineData("benchmarks")]
    [InlineData("tests/Faults.Tests")]
    [InlineData("tests/Aot")]
    public async Task Nothing_is_said_about_our_own_endpoints(string folder)
    {
        var (output, findings) = await ConsumerBuild.RunAsync(Consumer.OfRepository(folder));

        Assert.False(findings.Any(IsOurs), string.Join('\n', findings.Where(IsOurs)));
        Assert.NotEmpty(output.GetSymbolsWithName(name => name.EndsWith("Endpoint", StringComparison.Ordinal), SymbolFilter.Type));
    }

    [Theory]
    [InlineData("src/Runtime")]
    [InlineData("src/Simulator")]
    [InlineData("tests/Runtime.Tests")]
    public async Task Nothing_is_said_about_our_own_code(string folder)
    {
        var (_, findings) = await ConsumerBuild.RunAsync(Consumer.OfRepository(folder));

        Assert.False(findings.Any(IsOurs), string.Join('\n', findings.Where(IsOurs)));
    }

    // Each part of a guide stands for itself and says its chain in full: the advice to name a chain that is repeated is right, and not followed.
    private static bool IsOurs(Diagnostic finding) =>
        finding.Id == "AD0001" || (finding.Id.StartsWith("TLLM", StringComparison.Ordinal) && finding.Id != DiagnosticIds.RepeatedChain);
}
