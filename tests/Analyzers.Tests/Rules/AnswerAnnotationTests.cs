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

    [Theory]
    [InlineData("[Range(5, 1)] int {|TLLM310:Value|}")]
    [InlineData("[Range(1.5, 1.4)] double {|TLLM310:Value|}")]
    [InlineData("[Range(1, 1, MinimumIsExclusive = true)] decimal {|TLLM310:Value|}")]
    [InlineData("[Range(1, 2, MinimumIsExclusive = true, MaximumIsExclusive = true)] int {|TLLM310:Value|}")]
    [InlineData("[Range(1, 2, MinimumIsExclusive = true, MaximumIsExclusive = true)] double Value")]
    [InlineData("[Range(1.2, 1.8)] int {|TLLM310:Value|}")]
    [InlineData("[Range(-5, 0, MaximumIsExclusive = true)] byte {|TLLM310:Value|}")]
    [InlineData("[Range(-5, 0, MaximumIsExclusive = true)] int Value")]
    [InlineData("[Range(1, 5), AllowedValues(6, 7)] int {|TLLM310:Value|}")]
    [InlineData("[Range(1, 5), AllowedValues(5, 7)] int Value")]
    [InlineData("[Range(1, 1)] int? Value")]
    [InlineData("[property: Range(1, 5)] [Range(7, 9)] int {|TLLM310:Value|}")]
    [InlineData("[MinLength(5), MaxLength(2)] string {|TLLM310:Value|}")]
    [InlineData("[MinLength(5), StringLength(2)] string {|TLLM310:Value|}")]
    [InlineData("[StringLength(2, MinimumLength = 5)] string? {|TLLM310:Value|}")]
    [InlineData("[Length(5, 2)] List<int> {|TLLM310:Value|}")]
    [InlineData("[Required, MaxLength(0)] string {|TLLM310:Value|}")]
    [InlineData("[Length(2, 2)] List<int> Value")]
    [InlineData("[{|TLLM307:StringLength|}(-1)] string Value")]
    [InlineData("[{|TLLM307:Length|}(1, -1)] string Value")]
    public Task Annotations_that_no_value_can_meet_are_reported(string member) => Verify.VerifyAnalyzerAsync(Answers.Member(member));

    [Theory]
    [InlineData("[Range(1, 5)]", "", "Value")]
    [InlineData("[Range(1, 5)]", "[Range(7, 9)]", "Value")]
    [InlineData("[Range(5, 1)]", "[Range(1, 5)]", "Value")]
    [InlineData("[Range(1, 5)]", "[AllowedValues(7)]", "{|TLLM310:Value|}")]
    public Task An_override_inherits_what_it_does_not_repeat(string inherited, string own, string name) => Verify.VerifyAnalyzerAsync(Answers.Source($$"""
        public class Basis { {{inherited}} public virtual int Value { get; set; } }
        [LlmAnswer] public class Invoice : Basis { {{own}} public override int {{name}} { get; set; } }
        """));

    [Theory]
    [InlineData("[Range(5, 1)] int", "be at least 5 and at most 1")]
    [InlineData("[Range(5, 1)] int?", "be at least 5 and at most 1", " but null")]
    [InlineData("[Required, Range(5, 1)] int?", "be at least 5 and at most 1")]
    [InlineData("[StringLength(2, MinimumLength = 5)] string?", "have at least 5 characters and at most 2 characters", " but null")]
    [InlineData("[Range(0.5, 0.5, MaximumIsExclusive = true)] double", "be at least 0.5 and below 0.5")]
    [InlineData("[Range(1, 5), AllowedValues(6, 7)] int", "be one of 6, 7, all of which are out of range")]
    [InlineData("[MinLength(5), MaxLength(1)] string", "have at least 5 characters and at most 1 character")]
    [InlineData("[Length(5, 2)] int[]", "have at least 5 elements and at most 2 elements")]
    public Task The_message_says_what_a_value_would_have_to_be(string type, string demand, string exception = "") => Verify.VerifyAnalyzerAsync(
        Answers.Member(type + " {|#0:Value|}"),
        Verify.Diagnostic(AnswerDescriptors.ConflictingAnnotations).WithLocation(0).WithArguments("Invoice.Value", demand, exception));

    [Fact]
    public Task Annotations_of_what_is_overridden_are_reported_where_they_stand() => Verify.VerifyAnalyzerAsync(Answers.Source("""
        public abstract class Base { [{|TLLM307:EmailAddress|}] public virtual string? Mail { get; set; } [Url] public virtual string? Link { get; set; } }
        [LlmAnswer] public class Invoice : Base { public override string? Mail { get; set; } [{|TLLM307:Url|}] public override string? Link { get; set; } }
        """));

    [Theory]
    [InlineData("[{|TLLM307:Even|}, LlmAnswer] public record Invoice(int Value);")]
    [InlineData("[{|TLLM307:CustomValidation|}(typeof(Invoice), \"Even\"), LlmAnswer] public record Invoice(int Value);")]
    [InlineData("[{|TLLM307:Even|}] public record Base; [LlmAnswer] public record Invoice(int Value) : Base;")]
    [InlineData("[LlmAnswer] public record {|TLLM307:Invoice|}(int Value) : IValidatableObject { public IEnumerable<ValidationResult> Validate(ValidationContext context) => []; }")]
    [InlineData("[LlmAnswer] public record Outer(Invoice[] Items); public abstract record Base : IValidatableObject { public abstract IEnumerable<ValidationResult> Validate(ValidationContext context); } public record {|TLLM307:Invoice|}(int Value) : Base { public override IEnumerable<ValidationResult> Validate(ValidationContext context) => []; }")]
    [InlineData("[Even, LlmAnswer] public record Invoice(int Value) : IValidatableObject { public IEnumerable<ValidationResult> Validate(ValidationContext context) => []; [Validate] internal static void Check(Invoice value, LlmValidation validation) => _ = value.Validate(new(value)); }")]
    [InlineData("[MetadataType(typeof(string)), LlmAnswer] public record Invoice(int Value);")]
    public Task What_checks_whole_values_is_not_called(string source) =>
        Verify.VerifyAnalyzerAsync(Answers.Source($"{source}\npublic sealed class EvenAttribute : ValidationAttribute;"));

    [Theory]
    [InlineData("[{|TLLM307:JsonNumberHandling|}(JsonNumberHandling.AllowReadingFromString)] public int Value { get; set; }")]
    [InlineData("[{|TLLM307:JsonNumberHandling|}(JsonNumberHandling.WriteAsString)] public decimal? Value { get; init; }")]
    [InlineData("[JsonNumberHandling(JsonNumberHandling.Strict)] public int Value { get; set; }")]
    [InlineData("[{|TLLM307:JsonObjectCreationHandling|}(JsonObjectCreationHandling.Populate)] public List<int> Value { get; } = [];")]
    [InlineData("[{|TLLM307:JsonObjectCreationHandling|}(JsonObjectCreationHandling.Populate)] public List<int> Value { get; set; } = [];")]
    [InlineData("[JsonObjectCreationHandling(JsonObjectCreationHandling.Replace)] public List<int> Value { get; set; } = [];")]
    [InlineData("public int Value { get; set; }", "[{|TLLM307:JsonNumberHandling|}(JsonNumberHandling.WriteAsString)]")]
    [InlineData("public int Value { get; set; }", "[{|TLLM307:JsonObjectCreationHandling|}(JsonObjectCreationHandling.Populate)]")]
    public Task How_Json_is_read_cannot_be_changed(string member, string attribute = "") =>
        Verify.VerifyAnalyzerAsync(Answers.Source($"[LlmAnswer] {attribute} public class Invoice {{ public string? Text {{ get; set; }} {member} }}"));

    [Fact]
    public Task The_message_for_a_whole_value_names_the_way_out() => Verify.VerifyAnalyzerAsync(
        Answers.Source("[LlmAnswer] public record {|#0:Invoice|}(int Value) : IValidatableObject { public IEnumerable<ValidationResult> Validate(ValidationContext context) => []; }"),
        Verify.Diagnostic(AnswerDescriptors.AnnotationWithoutEffect).WithLocation(0).WithArguments(
            "Invoice", "IValidatableObject", "it is not called; check the value in a static method with [Validate]"));

    [Fact]
    public Task The_message_names_attribute_and_member() => Verify.VerifyAnalyzerAsync(
        Answers.Member("[{|#0:Range|}(1, 5)] string Rating"),
        Verify.Diagnostic(AnswerDescriptors.AnnotationWithoutEffect).WithLocation(0).WithArguments("Invoice.Rating", "[Range]", "it is for numbers"));
}
