using Microsoft.CodeAnalysis;

namespace TypedLlm.Analyzers.Tests.Consumers;

/// <summary>Believable programs in which nothing is wrong: whatever is said about one of them is a false alarm.</summary>
public sealed class ConsumerTests
{
    public static TheoryData<string> Projects => new(Consumer.All);

    [Fact]
    public void There_are_thirty_programs() => Assert.True(Consumer.All.Select(project => project.Split('/')[0]).Distinct().Count() >= 30);

    [Theory]
    [MemberData(nameof(Projects))]
    public async Task Nothing_is_said_about_a_program_that_is_right(string project)
    {
        var (output, findings) = await ConsumerBuild.RunAsync(Consumer.Load(project));

        Assert.True(findings.Count == 0, string.Join('\n', findings));
        Assert.NotEmpty(output.GetSymbolsWithName(name => name.EndsWith("Endpoint", StringComparison.Ordinal), SymbolFilter.Type));
    }
}
