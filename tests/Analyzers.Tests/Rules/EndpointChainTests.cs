using TypedLlm.Analyzers.Chains;
using TypedLlm.TestKit.Verifiers;

namespace TypedLlm.Analyzers.Tests.Rules;

public sealed class EndpointChainTests
{
    [Theory]
    [InlineData("class Desk;")]
    [InlineData("interface Desk { Task<string> AskAsync(); string Name { get; } }")]
    [InlineData("interface Desk : IBase; interface IBase { [LlmEndpoint(Primary = \"gpt-5.5\")] Task<string> AskAsync(); }")]
    public async Task A_type_that_sets_no_chain_costs_no_list(string source)
    {
        var project = TestSolution.Create(new TestState { Sources = { ("Desk.cs", Desk.Source(source)) } }).Projects.Single();
        var type = (await project.GetCompilationAsync())!.GetTypeByMetadataName("Desk")!;

        Assert.Empty(EndpointChainReader.Read(type, CancellationToken.None));
        Assert.Same(EndpointChainReader.Read(type, CancellationToken.None), EndpointChainReader.Read(type, CancellationToken.None));
    }
}
