using Verify = TypedLlm.TestKit.Verifiers.CSharpCodeFixVerifier<TypedLlm.Analyzers.ChainAnalyzer, TypedLlm.CodeFixes.AliasModelCodeFix>;

namespace TypedLlm.Analyzers.Tests.Fixes;

public sealed class AliasModelTests
{
    private const string FileName = "typedllm.models.json";
    private const string Before = "Primary = \"5.4\", Fallback = {|TLLM005:\"5.3\"|}";
    private const string After = "Primary = \"5.4\", Fallback = \"5.3\"";
    private const string Alias = "\"5.3\": \"gpt-5.6-sol\"";
    private const string NewFile = "{\n  \"$schema\": \"https://typedllm.dev/schemas/models.schema.json\",\n  \"aliases\": {\n    " + Alias + "\n  }\n}\n";

    [Fact]
    public Task The_file_is_made_where_there_is_none() => VerifyAsync(null, NewFile);

    [Theory]
    [InlineData("{}", "{\n  \"aliases\": {\n    " + Alias + "\n  }\n}")]
    [InlineData("{ \"aliases\": {} }", "{ \"aliases\": { " + Alias + " } }")]
    [InlineData("{ \"aliases\": null }", "{ \"aliases\": { " + Alias + " } }")]
    [InlineData("{ \"aliases\": { \"cheap\": \"gpt-6-luna\" } }", "{ \"aliases\": { \"cheap\": \"gpt-6-luna\", " + Alias + " } }")]
    [InlineData("{ \"aliases\": { \"5.3\": \"o1\" } }", "{ \"aliases\": { " + Alias + " } }")]
    [InlineData("{\r\n  \"aliases\": {\r\n    \"cheap\": \"gpt-6-luna\"\r\n  }\r\n}", "{\r\n  \"aliases\": {\r\n    \"cheap\": \"gpt-6-luna\",\r\n    " + Alias + "\r\n  }\r\n}")]
    public Task Written_in_the_way_of_the_file(string file, string fixedFile) => VerifyAsync(file, fixedFile);

    [Theory]
    [InlineData("{ \"aliases\": [] }")]
    [InlineData("{ \"aliases\": ")]
    [InlineData("{ \"allow\": [ \"5.4\" ] }")]
    public Task Nothing_is_offered_where_it_would_be_no_answer(string file)
    {
        var test = new Verify.Test { TestCode = Desk.With(Before), TestState = { AdditionalFiles = { (FileName, file) } } };
        return test.RunAsync();
    }

    [Fact]
    public Task A_primary_and_an_id_can_be_redirected_too() => new Verify.Test
    {
        TestCode = Desk.With("Primary = {|TLLM004:LlmModels.Gpt53ChatLatest|}, Fallback = \"5.4\""),
        FixedCode = Desk.With("Primary = LlmModels.Gpt53ChatLatest, Fallback = \"5.4\""),
        FixedState = { AdditionalFiles = { (FileName, NewFile.Replace("\"5.3\"", "\"gpt-5.3-chat-latest\"", StringComparison.Ordinal)) } },
    }.RunAsync();

    [Fact]
    public Task A_model_that_will_be_shut_down_can_be_redirected_in_time() => new Verify.Test
    {
        TestCode = Desk.With("Primary = \"5.4\", Fallback = {|TLLM007:\"gpt-5\"|}"),
        FixedCode = Desk.With("Primary = \"5.4\", Fallback = \"gpt-5\""),
        FixedState = { AdditionalFiles = { (FileName, NewFile.Replace(Alias, "\"gpt-5\": \"gpt-6.1-sol\"", StringComparison.Ordinal)) } },
    }.RunAsync();

    [Fact]
    public Task One_alias_fixes_all_places_and_several_names_go_into_one_file() => new Verify.Test
    {
        TestCode = Desk.With("Primary = {|TLLM004:\"5.3\"|}, Fallback = {|TLLM005:\"o1\"|}") + Other(Before),
        FixedCode = Desk.With("Primary = \"5.3\", Fallback = \"o1\"") + Other(After),
        FixedState = { AdditionalFiles = { (FileName, NewFile.Replace(Alias, Alias + ",\n    \"o1\": \"gpt-6-astra\"", StringComparison.Ordinal)) } },
        NumberOfIncrementalIterations = 2,
    }.RunAsync();

    [Fact]
    public Task Of_two_choices_for_a_name_the_first_is_taken() => new Verify.Test
    {
        TestCode = Desk.With("Primary = \"gpt-5.6-sol\", Fallback = {|TLLM005:\"5.3\"|}") + Other(Before),
        FixedCode = Desk.With("Primary = \"gpt-5.6-sol\", Fallback = \"5.3\"") + Other(After),
        FixedState = { AdditionalFiles = { (FileName, NewFile.Replace("gpt-5.6-sol", "gpt-5.2", StringComparison.Ordinal)) } },
    }.RunAsync();

    [Fact]
    public Task Projects_get_their_own()
    {
        var test = new Verify.Test
        {
            TestCode = Desk.With(Before),
            FixedCode = Desk.With(After),
            FixedState = { AdditionalFiles = { (FileName, NewFile) } },
            NumberOfIncrementalIterations = 2,
        };
        test.TestState.AdditionalProjects.Add("Shop", new() { Sources = { ("Test0.cs", Desk.With(Before)) }, AdditionalFiles = { (FileName, "{}") } });
        test.FixedState.AdditionalProjects.Add(
            "Shop",
            new() { Sources = { ("Test0.cs", Desk.With(After)) }, AdditionalFiles = { (FileName, "{\n  \"aliases\": {\n    " + Alias + "\n  }\n}") } });
        return test.RunAsync();
    }

    private static Task VerifyAsync(string? file, string fixedFile)
    {
        var test = new Verify.Test { TestCode = Desk.With(Before), FixedCode = Desk.With(After) };
        if (file is not null)
        {
            test.TestState.AdditionalFiles.Add((FileName, file));
        }

        test.FixedState.AdditionalFiles.Add((FileName, fixedFile));
        return test.RunAsync();
    }

    private static string Other(string arguments) =>
        Desk.With(arguments).Replace("IDesk", "IOther", StringComparison.Ordinal)[Desk.Source("").TrimEnd('\n').Length..];
}
