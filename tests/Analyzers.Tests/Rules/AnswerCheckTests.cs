using Verify = TypedLlm.TestKit.Verifiers.CSharpAnalyzerVerifier<TypedLlm.Analyzers.AnswerTypeAnalyzer>;

namespace TypedLlm.Analyzers.Tests.Rules;

/// <summary>Methods that are to check an answer and cannot.</summary>
public sealed class AnswerCheckTests
{
    private const string Around = """

        public interface IDated
        {
            [Validate]
            static void CheckDate(IDated value, LlmValidation validation) { }
        }

        public record Document
        {
            [Validate]
            public static void CheckDocument(Document value, LlmValidation validation) { }
        }
        """;

    [Theory]
    [InlineData("[{|TLLM309:Validate|}] public void Check(Invoice value, LlmValidation validation) { }")]
    [InlineData("[{|TLLM309:Validate|}] private static void Check(Invoice value, LlmValidation validation) { }")]
    [InlineData("[{|TLLM309:Validate|}] protected static void Check(Invoice value, LlmValidation validation) { }")]
    [InlineData("[{|TLLM309:Validate|}] static void Check(Invoice value, LlmValidation validation) { }")]
    [InlineData("[{|TLLM309:Validate|}] public static bool Check(Invoice value, LlmValidation validation) => true;")]
    [InlineData("[{|TLLM309:Validate|}] public static async void Check(Invoice value, LlmValidation validation) => await System.Threading.Tasks.Task.Yield();")]
    [InlineData("[{|TLLM309:Validate|}] public static void Check<T>(Invoice value, LlmValidation validation) { }")]
    [InlineData("[{|TLLM309:Validate|}] public static void Check(Invoice value) { }")]
    [InlineData("[{|TLLM309:Validate|}] public static void Check(LlmValidation validation, Invoice value) { }")]
    [InlineData("[{|TLLM309:Validate|}] public static void Check(ref Invoice value, LlmValidation validation) { }")]
    [InlineData("[{|TLLM309:Validate|}] public static void Check(string value, LlmValidation validation) { }")]
    [InlineData("[Validate] public static void Check(Invoice value, LlmValidation validation) { }")]
    [InlineData("[Validate] internal static void Check(in Invoice value, LlmValidation validation) { }")]
    [InlineData("[Validate] public static void Check(Document value, LlmValidation validation) { }")]
    [InlineData("[Validate] public static void Check(IDated value, LlmValidation validation) { }")]
    [InlineData("[Validate] public static void Check(object value, LlmValidation validation) { }")]
    public Task A_check_is_called_by_generated_code(string method) =>
        Verify.VerifyAnalyzerAsync(Answers.Source($"[LlmAnswer] public record Invoice(string Text) : Document, IDated {{ {method} }}" + Around));

    [Fact]
    public Task A_check_in_a_type_that_cannot_be_named_is_reported() => Verify.VerifyAnalyzerAsync(Answers.Source("""
        public static class Shop
        {
            [LlmAnswer] internal sealed record Invoice(string Text) : IDated;

            private interface IDated
            {
                [{|TLLM309:Validate|}] public static void Check(IDated value, LlmValidation validation) { }
            }
        }
        """));

    [Fact]
    public Task A_family_may_have_checks_for_one_of_its_types() => Verify.VerifyAnalyzerAsync(Answers.Source("""
        [LlmAnswer]
        [JsonDerivedType(typeof(Circle), "circle")]
        [JsonDerivedType(typeof(Square), "square")]
        public abstract record Figure
        {
            [Validate]
            public static void Check(Circle value, LlmValidation validation) { }
        }

        public sealed record Circle(double Radius) : Figure;

        public sealed record Square(double Side) : Figure;
        """));

    /// <summary>Following it once ends it: it is never what stands there already.</summary>
    [Theory]
    [InlineData("public bool Check() => true;", "is not static")]
    [InlineData("private bool Check() => true;", "is not static")]
    [InlineData("static void Check(Invoice value, LlmValidation validation) { }", "cannot be called by generated code: it is neither internal nor public")]
    public Task The_message_names_the_method_and_how_to_write_it(string method, string fault) => Verify.VerifyAnalyzerAsync(
        Answers.Source($"[LlmAnswer] public record Invoice(string Text) {{ [{{|#0:Validate|}}] {method} }}"),
        Verify.Diagnostic(AnswerDescriptors.InvalidValidator).WithLocation(0).WithMessage(
            $"[Validate] method 'Invoice.Check' {fault}; write internal static void Check(Invoice value, LlmValidation validation)"));

    [Theory]
    [InlineData("", "private", "is in a type that is private, so that generated code cannot name it; make it internal or public")]
    [InlineData("[System.Obsolete(\"\", true)]", "internal", "is obsolete, and its use an error; take the error from its [Obsolete]")]
    public Task The_message_says_what_else_is_in_the_way(string attribute, string access, string fault) => Verify.VerifyAnalyzerAsync(
        Answers.Source($$"""
            public static class Shop
            {
                [LlmAnswer] internal sealed record Invoice(string Text) : IDated;

                {{access}} interface IDated
                {
                    [{|#0:Validate|}] {{attribute}} public static void Check(IDated value, LlmValidation validation) { }
                }
            }
            """),
        Verify.Diagnostic(AnswerDescriptors.InvalidValidator).WithLocation(0).WithMessage($"[Validate] method 'IDated.Check' {fault}"));

    [Fact]
    public Task What_the_message_says_is_a_check() => Verify.VerifyAnalyzerAsync(
        Answers.Source("[LlmAnswer] public record Invoice(string Text) { [Validate] internal static void Check(Invoice value, LlmValidation validation) { } }"));
}
