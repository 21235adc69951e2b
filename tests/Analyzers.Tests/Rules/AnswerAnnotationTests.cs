using Verify = TypedLlm.TestKit.Verifiers.CSharpAnalyzerVerifier<TypedLlm.Analyzers.AnswerTypeAnalyzer>;

namespace TypedLlm.Analyzers.Tests.Rules;

/// <summary>Annotations that have no effect.</summary>
public sealed class AnswerAnnotationTests
{
    [Theory]
    [InlineData("[{|TLLM307:EmailAddress|}] string Value")]
    [InlineData("[{|TLLM307:Even|}] int Value")]
    [InlineData("[property: {|TLLM307:Even|}] int Value")]
    [InlineData("[{|TLLM307:Range|}(1, 5)] string Value")]
    [InlineData("""[{|TLLM307:Range|}(typeof(DateTime), "2020-01-01", "2030-01-01")] DateTime Value""")]
    [InlineData("""[{|TLLM307:Range|}(typeof(int), "one", "five")] int Value""")]
    [InlineData("[{|TLLM307:StringLength|}(5)] List<int> Value")]
    [InlineData("[{|TLLM307:MinLength|}(5)] int Value")]
    [InlineData("[{|TLLM307:MinLength|}(-5)] string Value")]
    [InlineData("""[{|TLLM307:RegularExpression|}("(")] string Value""")]
    [InlineData("""[{|TLLM307:RegularExpression|}("a")] int Value""")]
    [InlineData("""[{|TLLM307:AllowedValues|}("a")] int Value""")]
    [InlineData("[{|TLLM307:AllowedValues|}] int Value")]
    [InlineData("[{|TLLM307:AllowedValues|}(1, 300)] byte Value")]
    [InlineData("[{|TLLM307:AllowedValues|}(double.PositiveInfinity)] double Value")]
    [InlineData("[{|TLLM307:Range|}(300, 400)] byte Value")]
    [InlineData("[{|TLLM307:Range|}(-2, -1)] ulong Value")]
    [InlineData("[{|TLLM307:Range|}(double.NaN, 1)] double Value")]
    [InlineData("[Range(0, 300)] byte Value")]
    [InlineData("[Range(-1, 10)] uint Value")]
    [InlineData("[Range(0, double.MaxValue)] decimal Value")]
    [InlineData("""[Range(typeof(double), "0.5", "1e300")] double Value""")]
    [InlineData("[Range(1, 5)] int? Value")]
    [InlineData("""[Range(typeof(decimal), "0.01", "99.99")] decimal Value""")]
    [InlineData("[Range(0, double.PositiveInfinity)] double Value")]
    [InlineData("[StringLength(5, MinimumLength = 1), MinLength(2), MaxLength] string Value")]
    [InlineData("[Length(1, 5)] Dictionary<string, int> Value")]
    [InlineData("""[RegularExpression("^[A-Z]+$")] string? Value""")]
    [InlineData("[AllowedValues(DayOfWeek.Monday, DayOfWeek.Friday)] DayOfWeek Value")]
    [InlineData("[AllowedValues(1, 2, null)] int? Value")]
    [InlineData("[Required, DataType(DataType.Currency), Display(Name = \"A\")] string Value")]
    public Task Only_what_is_checked_is_taken(string member) =>
        Verify.VerifyAnalyzerAsync(Answers.Member(member, "public sealed class EvenAttribute : ValidationAttribute;"));

    [Fact]
    public Task The_message_names_attribute_and_member() => Verify.VerifyAnalyzerAsync(
        Answers.Member("[{|#0:Range|}(1, 5)] string Rating"),
        Verify.Diagnostic(AnswerDescriptors.AnnotationNotChecked).WithLocation(0).WithArguments("Invoice.Rating", "Range", "it is for numbers"));
}
