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
    [InlineData("public void Check(Invoice? value = null) { }")]
    [InlineData("void Check(Invoice value) { } void Check(Invoice value, LlmValidation validation) { }")]
    [InlineData("void Check(Invoice value) { } void Check(string text) { }")]
    [InlineData("void Print() { }")]
    public Task Not_where_someone_has_to_think_about_it(string method) => Verify.VerifyNoCodeFixAsync(Source("{|TLLM309:Validate|}", method));

    [Theory]
    [InlineData("public record Invoice(string Text) : Document, IChecked { [{|TLLM309:Validate|}] public void Check(Invoice value, LlmValidation validation) { } }")]
    [InlineData("public record Invoice(string Text) : Document { [{|TLLM309:Validate|}] public void Check(Invoice value, LlmValidation validation) { } } public record Sent(string Text) : Invoice(Text), IChecked;")]
    [InlineData("public partial record Invoice(string Text) : Document { [{|TLLM309:Validate|}] private static partial void Check(Invoice value, LlmValidation validation); private static partial void Check(Invoice value, LlmValidation validation) { } }")]
    [InlineData("public partial record Invoice(string Text) : Document { [{|TLLM309:Validate|}] partial void Check(); partial void Check() { } }")]
    public Task Not_where_another_declaration_has_to_match(string type) => Verify.VerifyNoCodeFixAsync(Answers.Source(
        $"public record Document {{ public static void Print(Invoice value, LlmValidation validation) {{ }} }} public interface IChecked {{ void Check(Invoice value, LlmValidation validation); }} [LlmAnswer] {type}"));

    [Fact]
    public Task A_method_that_has_its_parameters_may_share_its_name() => Verify.VerifyCodeFixAsync(
        Source("{|TLLM309:Validate|}", "static void Check(Invoice value, LlmValidation validation) { } public void Check(string text) { }"),
        Source("Validate", "internal static void Check(Invoice value, LlmValidation validation) { } public void Check(string text) { }"));

    [Fact]
    public Task All_checks_are_mended_together() => new Verify.Test
    {
        TestCode = Source("{|TLLM309:Validate|}", "void One() { } [{|TLLM309:Validate|}] void Two(Invoice value) { }"),
        FixedCode = Source("Validate", "internal static void One(Invoice value, LlmValidation validation) { } [Validate] internal static void Two(Invoice value, LlmValidation validation) { }"),
        NumberOfIncrementalIterations = 2,
    }.RunAsync();

    private static string Source(string attribute, string method) =>
        Answers.Source($"public record Document {{ public static void Print(Invoice value, LlmValidation validation) {{ }} }} [LlmAnswer] public record Invoice(string Text) : Document {{ [{attribute}] {method} }}");
}
