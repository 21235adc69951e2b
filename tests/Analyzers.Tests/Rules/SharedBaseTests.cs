using Microsoft.CodeAnalysis;
using TypedLlm.Analyzers.Declarations;
using TypedLlm.TestKit;
using TypedLlm.TestKit.Verifiers;
using Verify = TypedLlm.TestKit.Verifiers.CSharpAnalyzerVerifier<TypedLlm.Analyzers.EndpointContractAnalyzer>;

namespace TypedLlm.Analyzers.Tests.Rules;

/// <summary>What is wrong in a base interface is read with each endpoint that inherits it.</summary>
public sealed class SharedBaseTests
{
    private const string Endpoint = "[LlmEndpoint(Primary = \"gpt-5.5\", Fallback = \"gpt-5.4\")] ";
    private const string Endpoints = "\n" + Endpoint + "interface IOne : IBase;\n" + Endpoint + "interface ITwo : IBase;\nclass Outer { " + Endpoint + "internal interface IThree : IOne; }";

    [Theory]
    [InlineData("[Prompt(\"Ask\")] {|TLLM101:Task|} AskAsync();")]
    [InlineData("[Prompt(\"Ask\"), LlmEndpoint({|TLLM102:Stream = false|})] IAsyncEnumerable<string> AskAsync();")]
    [InlineData("Task<string> {|TLLM103:AskAsync|}();")]
    [InlineData("[Prompt(\"Ask\")] Task<string> AskAsync({|TLLM104:object|} data);")]
    [InlineData("string {|TLLM105:Name|} { get; }")]
    [InlineData("[Prompt(\"Ask\"), LlmEndpoint(MaxAttempts = {|TLLM112:-2|})] Task<string> AskAsync();")]
    [InlineData("[Prompt(\"Ask {{|TLLM201:txt|}} {{|TLLM201:nme|}}\")] Task<string> AskAsync(string text, string name);")]
    [InlineData("[PromptFile(\"{|TLLM206:ask.md|}\")] Task<string> AskAsync();")]
    public Task Each_problem_is_reported_once(string member) => Verify.VerifyAnalyzerAsync(Desk.Source("interface IBase { " + member + " }" + Endpoints));

    [Fact]
    public Task A_problem_that_only_a_later_endpoint_has_is_reported() => Verify.VerifyAnalyzerAsync(Desk.Source(
        $$"""
        record Company(string Name, object Extra);
        interface IBase { [Prompt("Ask")] Task<string> AskAsync({|TLLM104:Company|} company); }
        {{Endpoint}} [SystemPrompt("You answer for {company.Name}")] interface ISales : IBase;
        {{Endpoint}} interface IInternal : IBase;
        {{Endpoint}} interface IOther : IBase;
        """));

    [Fact]
    public async Task What_is_wrong_in_another_project_is_reported_at_each_endpoint()
    {
        var state = new TestState { Sources = { ("Desk.cs", Desk.Source(Endpoint + "interface IOne : IBase;\n" + Endpoint + "interface ITwo : IBase;")) } };
        state.AdditionalProjects.Add("Contracts", new TestState { Sources = { ("Base.cs", Desk.Source("public interface IBase { Task<string> AskAsync(); }")) } });
        var solution = TestSolution.Create(state);
        var contracts = solution.Projects.Single(project => project.Name == "Contracts").Id;
        var app = solution.Projects.Single(project => project.Id != contracts).Id;
        solution = solution.AddProjectReference(app, new ProjectReference(contracts));

        var findings = await AnalyzerRunner.RunAsync(solution.GetProject(app)!, [new EndpointContractAnalyzer()]);

        Assert.Equal(["TLLM103", "TLLM103"], findings.Select(finding => finding.Id));
        Assert.Equal(["IOne", "ITwo"], findings.Select(finding => finding.Location.SourceTree!.GetText().ToString(finding.Location.SourceSpan)));
    }

    [Fact]
    public void The_search_for_endpoints_stops_for_whoever_asks_and_goes_on_for_the_next()
    {
        var compilation = GeneratorHarness.Compile("Shop", [Desk.Source("interface IBase;" + Endpoints)]);
        var type = compilation.GetTypeByMetadataName("IBase")!;
        var bases = new EndpointBases(compilation);

        Assert.Throws<OperationCanceledException>(() => bases.Contains(type, new CancellationToken(canceled: true)));
        Assert.Equal(["IOne", "ITwo", "IThree"], bases.EndpointsOf(type, CancellationToken.None).Select(endpoint => endpoint.Name));
    }
}
