using Verify = TypedLlm.TestKit.Verifiers.CSharpCodeFixVerifier<TypedLlm.Analyzers.AnswerTypeAnalyzer, TypedLlm.CodeFixes.MendValidatorCodeFix>;

namespace TypedLlm.Analyzers.Tests.Fixes;

public sealed class MendValidatorTests
{
    [Theory]
    [InlineData("private static void Check(Invoice value, LlmValidation validation) { }", "internal static void Check(Invoice value, LlmValidation validation) { }")]
    [InlineData("static void Check(Invoice value, LlmValidation validation) { }", "internal static void Check(Invoice value, LlmValidation validation) { }")]
    [InlineData("protected void Check(object o, LlmValidation v) => v.Error(nameof(Text), \"\");", "internal static void Check(object o, LlmValidation v) => v.Error(nameof(Text), \"\");")]
    [InlineData("public void Check(in Invoice value, LlmValidation validation) { }", "public static void Check(in Invoice value, LlmValidation validation) { }")]
    [InlineData("void Check(Invoice value, LlmValidation v) => v.Error(nameof(Text), value.Text);", "internal static void Check(Invoice value, LlmValidation v) => v.Error(nameof(Text), value.Text);")]
    [InlineData("private protected static void Check(Document value) { }", "internal static void Check(Document value, LlmValidation validation) { }")]
    [InlineData("public void Check() { }", "public static void Check(Invoice value, LlmValidation validation) { }")]
    [InlineData("public void Check() { int value = 1; }", "public static void Check(Invoice value2, LlmValidation validation) { int value = 1; }")]
    public Task A_check_is_made_callable(string before, string after) =>
        Verify.VerifyCodeFixAsync(Source("{|TLLM309:Validate|}", before), Source("Validate", after));

    [Theory]
    [InlineData("public void Check(Invoice value, LlmValidation validation) => validation.Error(nameof(Text), Text);")]
    [InlineData("public void Check(Invoice value, LlmValidation validation) => validation.Error(nameof(Text), this.ToString());")]
    [InlineData("public bool Check() => true;")]
    [InlineData("public static async void Check(Invoice value, LlmValidation validation) => await System.Threading.Tasks.Task.Yield();")]
    [InlineData("public static void Check<T>(Invoice value, LlmValidation validation) { }")]
    [InlineData("public static void Check(string value) { }")]
    [InlineData("public static void Check(Invoice value, string text) { }")]
    [InlineData("public void Check(Invoice value, LlmValidation validation) { } public void Use(LlmValidation validation) => this.Check(this, validation);")]
    public Task Not_where_someone_has_to_think_about_it(string method) => Verify.VerifyNoCodeFixAsync(Source("{|TLLM309:Validate|}", method));

    [Fact]
    public Task All_checks_are_mended_together() => new Verify.Test
    {
        TestCode = Source("{|TLLM309:Validate|}", "void One() { } [{|TLLM309:Validate|}] void Two(Invoice value) { }"),
        FixedCode = Source("Validate", "internal static void One(Invoice value, LlmValidation validation) { } [Validate] internal static void Two(Invoice value, LlmValidation validation) { }"),
        NumberOfIncrementalIterations = 2,
    }.RunAsync();

    private static string Source(string attribute, string method) =>
        Answers.Source($"public record Document; [LlmAnswer] public record Invoice(string Text) : Document {{ [{attribute}] {method} }}");
}
