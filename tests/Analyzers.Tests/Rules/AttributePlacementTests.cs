using Microsoft.CodeAnalysis;
using TypedLlm.TestKit.Verifiers;
using Verify = TypedLlm.TestKit.Verifiers.CSharpAnalyzerVerifier<TypedLlm.Analyzers.AttributePlacementAnalyzer>;

namespace TypedLlm.Analyzers.Tests.Rules;

public sealed class AttributePlacementTests
{
    private const string Endpoint = "[LlmEndpoint(Primary = \"gpt-5.5\", Fallback = \"gpt-5.4\")] ";
    private const string Ask = "[Prompt(\"Ask\")] Task<string> AskAsync();";

    [Theory]
    [InlineData("class")]
    [InlineData("struct")]
    [InlineData("record")]
    [InlineData("record struct")]
    [InlineData("static class")]
    public Task Outside_of_an_interface_each_attribute_is_reported_at_its_name(string kind) => Verify.VerifyAnalyzerAsync(Desk.Source(
        $$"""
        {{kind}} Desk
        {
            [{|TLLM107:Prompt|}("Ask"), {|TLLM107:LlmEndpoint|}(Stream = false)]
            [{|TLLM107:TypedLlm.SystemPromptAttribute|}("You answer")]
            public static Task<string> AskAsync() => Task.FromResult("");

            [{|TLLM107:PromptFile|}("ask.md"), {|TLLM107:SystemPromptFile|}("system.md")]
            public static Task<string> TellAsync() => Task.FromResult("");

            [System.Obsolete] public static void Old() { }
        }
        """));

    [Theory]
    [InlineData("class", "class")]
    [InlineData("record struct", "record")]
    [InlineData("struct", "struct")]
    public Task The_message_says_what_it_stands_in(string kind, string word) => Verify.VerifyAnalyzerAsync(
        Desk.Source(kind + " Desk { [{|#0:Prompt|}(\"Ask\")] public Task<string> AskAsync() => null!; }"),
        Verify.Diagnostic(PlacementDescriptors.AttributeOutsideInterface).WithLocation(0).WithArguments("Prompt", "AskAsync", "Desk", word).WithSeverity(DiagnosticSeverity.Error));

    [Fact]
    public Task An_alias_hides_nothing() => Verify.VerifyAnalyzerAsync(
        "using Say = TypedLlm.PromptAttribute;\n" + Desk.Source("class Desk { [{|TLLM107:Say|}(\"Ask\")] public Task<string> AskAsync() => null!; }"));

    [Fact]
    public Task Both_parts_of_a_method_are_one() => Verify.VerifyAnalyzerAsync(Desk.Source(
        """
        partial class Desk
        {
            [{|TLLM107:Prompt|}("Ask")] public partial Task<string> AskAsync();
        }

        partial class Desk
        {
            public partial Task<string> AskAsync() => null!;
        }
        """));

    [Fact]
    public Task Attributes_of_the_part_with_the_body_count_too() => Verify.VerifyAnalyzerAsync(Desk.Source(
        """
        partial class Desk
        {
            public partial Task<string> AskAsync();
        }

        partial class Desk
        {
            [{|TLLM107:Prompt|}("Ask")] public partial Task<string> AskAsync() => null!;
        }
        """));

    [Fact]
    public Task Members_implemented_by_name_count_but_accessors_have_no_name_to_report() => Verify.VerifyAnalyzerAsync(Desk.Source(
        """
        interface IBase { Task<string> AskAsync(); }
        class Desk : IBase { [{|TLLM107:Prompt|}("Ask")] Task<string> IBase.AskAsync() => null!; }
        class Other { public string Name { [Prompt("Ask")] get; } = ""; }
        interface IProperty { string Name { [Prompt("Ask")] get; } }
        interface IAgain : IBase { [Prompt("Ask")] abstract Task<string> IBase.AskAsync(); }
        """));

    [Fact]
    public Task Local_functions_and_lambdas_are_reported() => Verify.VerifyAnalyzerAsync(
        Desk.Source(
            """
            class Desk
            {
                void Run()
                {
                    [{|#0:Prompt|}("Sum {text}")] static Task<string> SumAsync(string text) => Task.FromResult(text);
                    System.Func<string, Task<string>> ask = [{|#1:Prompt|}("Ask {text}")] (text) => SumAsync(text);
                    System.Action old = [System.Obsolete] () => { };
                    System.Action plain = () => Old();
                    [System.Obsolete] static void Old() { }
                }
            }
            """),
        Verify.Diagnostic(PlacementDescriptors.AttributeOutsideInterface).WithLocation(0).WithArguments("Prompt", "SumAsync", "SumAsync", "local function"),
        Verify.Diagnostic(PlacementDescriptors.AttributeOutsideInterface).WithLocation(1).WithArguments("Prompt", "=>", "=>", "lambda"));

    [Fact]
    public async Task Functions_of_top_level_statements_are_reported()
    {
        var finding = Assert.Single(await AnalyzeAppAsync("await AskAsync();\n[Prompt(\"Ask\")] static Task<string> AskAsync() => Task.FromResult(\"\");"));

        Assert.Equal("TLLM107", finding.Id);
    }

    [Fact]
    public Task Attributes_of_others_with_these_names_are_theirs() => Verify.VerifyAnalyzerAsync(
        """
        class PromptAttribute : System.Attribute;
        class Desk { [Prompt] public void Ask() { } }
        """);

    [Fact]
    public Task An_endpoint_its_bases_and_their_bases_are_fine() => Verify.VerifyAnalyzerAsync(Desk.Source(
        $$"""
        interface IFar<T> { {{Ask}} }
        [SystemPrompt("You answer")] interface INear : IFar<int> { [Prompt("Tell"), LlmEndpoint(Stream = false)] Task<string> TellAsync(); }
        class Holder { {{Endpoint}} internal interface IDesk : INear { {{Ask}} } }
        """));

    [Fact]
    public Task An_interface_that_no_endpoint_inherits_is_reported_once_at_its_name() => Verify.VerifyAnalyzerAsync(
        Desk.Source(
            $$"""
            {{Endpoint}} interface IDesk { {{Ask}} }
            interface {|#0:IForgotten|} : IPlain { {{Ask}} [LlmEndpoint(Stream = false)] Task<string> TellAsync(); }
            public interface IPlain { Task<string> PlainAsync(); }
            """),
        Verify.Diagnostic(PlacementDescriptors.AttributeOutsideEndpoint).WithLocation(0).WithArguments("IForgotten", "Prompt", "AskAsync").WithSeverity(DiagnosticSeverity.Warning));

    [Theory]
    [InlineData("interface {|TLLM108:IDesk|} { [LlmEndpoint(Stream = false)] Task<string> AskAsync(); }")]
    [InlineData("[SystemPrompt(\"You answer\")] interface {|TLLM108:IDesk|} { Task<string> AskAsync(); }")]
    [InlineData("public class Outer { internal interface {|TLLM108:IDesk|} { [Prompt(\"Ask\")] Task<string> AskAsync(); } }")]
    public Task An_internal_interface_is_reported_in_any_project(string source) => Verify.VerifyAnalyzerAsync(Desk.Source(source));

    [Theory]
    [InlineData("")]
    [InlineData(Endpoint + "interface IOther { " + Ask + " }")]
    public Task A_public_interface_of_a_library_is_a_contract(string other) =>
        Verify.VerifyAnalyzerAsync(Desk.Source("public interface IDesk { " + Ask + " }\n" + other));

    [Theory]
    [InlineData("internal interface IBase", 0)]
    [InlineData("class Outer { private interface IForgotten { " + Ask + " } } interface IBase", 1)]
    public async Task An_internal_interface_may_be_a_contract_for_friends(string declaration, int findings)
    {
        var state = new TestState();
        state.Sources.Add(("Base.cs", Desk.Source("[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"Friend\")]\n" + declaration + " { " + Ask + " }")));
        state.AdditionalProjects.Add("Friend", new TestState { Sources = { ("Desk.cs", Desk.Source(Endpoint + "interface IDesk : IBase;")) } });
        var solution = TestSolution.Create(state);
        var library = solution.Projects.Single(project => project.Name != "Friend").Id;
        var friend = solution.Projects.Single(project => project.Name == "Friend").Id;
        solution = solution.AddProjectReference(friend, new ProjectReference(library));

        Assert.Equal(findings, (await AnalyzerRunner.RunAsync(solution.GetProject(library)!, [new AttributePlacementAnalyzer()])).Length);
        Assert.Empty(await AnalyzerRunner.RunAsync(solution.GetProject(friend)!, [new AttributePlacementAnalyzer()]));
    }

    [Theory]
    [InlineData("public interface IDesk")]
    [InlineData("[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"App.Tests\")] interface IDesk")]
    public async Task Nothing_of_an_app_is_a_contract(string declaration)
    {
        var finding = Assert.Single(await AnalyzeAppAsync(declaration + " { " + Ask + " } static class App { static void Main() { } }"));

        Assert.Equal("TLLM108", finding.Id);
    }

    [Theory]
    [InlineData("Task<string> AskAsync() => Task.FromResult(\"\");", "has a body")]
    [InlineData("static Task<string> AskAsync() => Task.FromResult(\"\");", "is static")]
    public Task A_member_that_is_not_generated_is_reported_at_the_attribute(string member, string reason) => Verify.VerifyAnalyzerAsync(
        Desk.Members("    [{|#0:Prompt|}(\"Ask\")] " + member),
        Verify.Diagnostic(PlacementDescriptors.AttributeOnMemberWithBody).WithLocation(0).WithArguments("Prompt", "AskAsync", reason).WithSeverity(DiagnosticSeverity.Warning));

    [Theory]
    [InlineData("LlmEndpoint")]
    [InlineData("PromptFile")]
    [InlineData("SystemPrompt")]
    [InlineData("SystemPromptFile")]
    public Task Each_attribute_is_reported_on_a_member_with_a_body(string attribute) => Verify.VerifyAnalyzerAsync(
        Desk.Members($"    [{{|TLLM110:{attribute}|}}{(attribute == "LlmEndpoint" ? "" : "(\"ask\")")}] Task<string> AskAsync() => Task.FromResult(\"\");"));

    [Fact]
    public Task Members_with_a_body_and_no_attribute_are_fine() =>
        Verify.VerifyAnalyzerAsync(Desk.Members("    string Name => \"\"; Task<string> TellAsync() => Task.FromResult(Name);"));

    [Theory]
    [InlineData("TLLM107", "class Desk { [Prompt(\"Ask\")] Task<string> AskAsync() => null!; }")]
    [InlineData("TLLM108", "interface IDesk { [Prompt(\"Ask\")] Task<string> AskAsync(); }")]
    [InlineData("TLLM110", "interface IDesk { [Prompt(\"Ask\")] Task<string> AskAsync() => null!; }")]
    public Task Suppressed_by_pragma(string id, string source) => Verify.VerifyAnalyzerAsync($"#pragma warning disable {id}\n" + Desk.Source(source));

    [Theory]
    [InlineData("TLLM107", "class Desk { [{|#0:Prompt|}(\"Ask\")] Task<string> AskAsync() => null!; }")]
    [InlineData("TLLM108", "interface {|#0:IDesk|} { [Prompt(\"Ask\")] Task<string> AskAsync(); }")]
    [InlineData("TLLM110", "interface IDesk { [{|#0:Prompt|}(\"Ask\")] Task<string> AskAsync() => null!; }")]
    public Task The_severity_can_be_set(string id, string source)
    {
        var test = new Verify.Test { TestCode = Desk.Source(source) };
        test.TestState.AnalyzerConfigFiles.Add((".editorconfig", $"root = true\n[*.cs]\ndotnet_diagnostic.{id}.severity = suggestion\n"));
        test.ExpectedDiagnostics.Add(Verify.Diagnostic(PlacementDescriptors.All.Single(rule => rule.Id == id)).WithLocation(0).WithSeverity(DiagnosticSeverity.Info));
        return test.RunAsync();
    }

    private static async Task<IEnumerable<Diagnostic>> AnalyzeAppAsync(string source)
    {
        var project = TestSolution.Create(new TestState { Sources = { ("Test0.cs", Desk.Source(source)) } }).Projects.Single();
        project = project.WithCompilationOptions(project.CompilationOptions!.WithOutputKind(OutputKind.ConsoleApplication));
        return await AnalyzerRunner.RunAsync(project, [new AttributePlacementAnalyzer()]);
    }
}
