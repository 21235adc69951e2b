using TypedLlm.CodeFixes;
using Xunit.Sdk;
using Verify = TypedLlm.TestKit.Verifiers.CSharpCodeFixVerifier<TypedLlm.Analyzers.ChainAnalyzer, TypedLlm.CodeFixes.DeclareModelCodeFix>;

namespace TypedLlm.Analyzers.Tests.Fixes;

public sealed class DeclareModelTests
{
    private const string FileName = "typedllm.models.json";
    private const string Entry = "{ \"id\": \"acme-1\", \"provider\": \"openai\" }";
    private const string Before = "Primary = {|TLLM001:\"acme-1\"|}, Fallback = \"5.4\"";
    private const string After = "Primary = \"acme-1\", Fallback = \"5.4\"";

    private const string NewFile =
        "{\n  \"$schema\": \"https://typedllm.dev/schemas/models.schema.json\",\n  \"models\": [\n    " + Entry + "\n  ]\n}\n";

    [Fact]
    public Task The_file_is_made_where_there_is_none() => VerifyAsync(null, NewFile);

    [Theory]
    [InlineData("{}", "{\n  \"models\": [\n    " + Entry + "\n  ]\n}")]
    [InlineData("{\n}\n", "{\n  \"models\": [\n    " + Entry + "\n  ]\n}\n")]
    [InlineData("\uFEFF{ }  \n\n", "\uFEFF{\n  \"models\": [\n    " + Entry + "\n  ]\n}  \n\n")]
    [InlineData("{ \"deny\": [ \"o1\" ] }", "{ \"deny\": [ \"o1\" ], \"models\": [ " + Entry + " ] }")]
    [InlineData("{\n  \"deny\": []\n}\n", "{\n  \"deny\": [],\n  \"models\": [\n    " + Entry + "\n  ]\n}\n")]
    [InlineData("{\r\n\t\"deny\": []\r\n}\r\n", "{\r\n\t\"deny\": [],\r\n\t\"models\": [\r\n\t\t" + Entry + "\r\n\t]\r\n}\r\n")]
    [InlineData("{ \"models\": [] }", "{ \"models\": [ " + Entry + " ] }")]
    [InlineData("{ \"models\": null }", "{ \"models\": [ " + Entry + " ] }")]
    [InlineData("{\n    \"models\": []\n}", "{\n    \"models\": [\n        " + Entry + "\n    ]\n}")]
    [InlineData("{\n    \"models\": null,\n    \"deny\": []\n}", "{\n    \"models\": [\n        " + Entry + "\n    ],\n    \"deny\": []\n}")]
    [InlineData("{ \"models\": [ { \"id\": \"a\" } ] }", "{ \"models\": [ { \"id\": \"a\" }, " + Entry + " ] }")]
    [InlineData(
        "{\n  \"models\": [\n    {\n      \"id\": \"a\"\n    }\n  ],\n  \"deny\": []\n}",
        "{\n  \"models\": [\n    {\n      \"id\": \"a\"\n    },\n    " + Entry + "\n  ],\n  \"deny\": []\n}")]
    [InlineData("{\"models\":[{\"id\":\"a\"}]}", "{\"models\":[{\"id\":\"a\"}, " + Entry + "]}")]
    public Task Written_in_the_way_of_the_file(string file, string fixedFile) => VerifyAsync(file, fixedFile);

    [Theory]
    [InlineData("{ \"models\": [ ")]
    [InlineData("[]")]
    [InlineData("")]
    [InlineData("{ \"models\": {} }")]
    [InlineData("{ // why\n}")]
    [InlineData("{ \"allow\": [ \"5.4\" ] }")]
    public Task Nothing_is_offered_where_it_would_be_no_answer(string file)
    {
        var test = new Verify.Test { TestCode = Desk.With(Before), TestState = { AdditionalFiles = { (FileName, file) } } };
        return test.RunAsync();
    }

    [Fact]
    public Task A_name_that_can_be_none_is_not_declared() =>
        Verify.VerifyNoCodeFixAsync(Desk.With("Primary = \"5.5\", Fallback = {|TLLM001:\"acme support\"|}"));

    [Fact]
    public Task What_an_alias_leads_to_is_declared()
    {
        var test = new Verify.Test
        {
            TestCode = Desk.With("Primary = {|TLLM001:\"support\"|}, Fallback = \"5.4\""),
            FixedCode = Desk.With("Primary = \"support\", Fallback = \"5.4\""),
            TestState = { AdditionalFiles = { (FileName, "{ \"aliases\": { \"support\": \"acme-1\" } }") } },
            FixedState = { AdditionalFiles = { (FileName, "{ \"aliases\": { \"support\": \"acme-1\" }, \"models\": [ " + Entry + " ] }") } },
        };
        return test.RunAsync();
    }

    [Fact]
    public Task All_names_of_a_project_go_into_its_file_once()
    {
        var test = new Verify.Test
        {
            TestCode = Desk.With("Primary = {|TLLM001:\"acme-1\"|}, Fallback = {|TLLM001:\"acme-\\\"2\\\\\"|}"),
            FixedCode = Desk.With("Primary = \"acme-1\", Fallback = \"acme-\\\"2\\\\\""),
            NumberOfIncrementalIterations = 3,
        };
        test.TestState.Sources.Add(("Test1.cs", Other(Before)));
        test.FixedState.Sources.Add(("Test1.cs", Other(After)));
        test.FixedState.AdditionalFiles.Add((FileName, NewFile.Replace(Entry, Entry + ",\n    { \"id\": \"acme-\\\"2\\\\\", \"provider\": \"openai\" }", StringComparison.Ordinal)));
        test.TestState.AdditionalProjects.Add("Shop", new() { Sources = { ("Test0.cs", Desk.With(Before)) }, AdditionalFiles = { (FileName, "{ \"models\": [] }") } });
        test.FixedState.AdditionalProjects.Add("Shop", new() { Sources = { ("Test0.cs", Desk.With(After)) }, AdditionalFiles = { (FileName, "{ \"models\": [ " + Entry + " ] }") } });
        return test.RunAsync();
    }

    [Fact]
    public Task Nothing_new_is_raised() => new AllAnalyzersTest<DeclareModelCodeFix>
    {
        TestCode = Desk.With(Before),
        FixedCode = Desk.With(After),
        FixedState = { AdditionalFiles = { (FileName, NewFile) } },
    }.RunAsync();

    [Fact]
    public Task At_a_named_chain() => new Verify.Test
    {
        TestCode = Chains.Declared("\"support\", " + Before),
        FixedCode = Chains.Declared("\"support\", " + After),
        FixedState = { AdditionalFiles = { (FileName, NewFile) } },
    }.RunAsync();

    [Fact]
    public async Task A_made_file_that_a_test_does_not_expect_fails()
    {
        var failure = await Assert.ThrowsAnyAsync<XunitException>(() => Verify.VerifyCodeFixAsync(Desk.With(Before), Desk.With(After)));

        Assert.Contains(FileName, failure.Message, StringComparison.Ordinal);
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

    private static string Other(string arguments) => Desk.With(arguments).Replace("IDesk", "IOther", StringComparison.Ordinal);
}
