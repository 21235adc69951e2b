using TypedLlm.TestKit;

namespace TypedLlm.Analyzers.Tests.Habits;

public sealed class ReferenceTests
{
    [Theory]
    [InlineData("TypedLlm.Analyzers.dll")]
    [InlineData("TypedLlm.Generator.dll")]
    [InlineData("TypedLlm.CodeFixes.dll")]
    public void The_oldest_host_carries_what_is_referred_to(string assembly)
    {
        using var image = File.OpenRead(Path.Combine(AppContext.BaseDirectory, assembly));
        OldestHost.AssertCarriesReferencesOf(assembly, image);
    }
}
