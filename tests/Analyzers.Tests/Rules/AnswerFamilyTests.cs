using Verify = TypedLlm.TestKit.Verifiers.CSharpAnalyzerVerifier<TypedLlm.Analyzers.AnswerTypeAnalyzer>;

namespace TypedLlm.Analyzers.Tests.Rules;

/// <summary>Families of types.</summary>
public sealed class AnswerFamilyTests
{
    [Theory]
    [InlineData("[{|TLLM306:JsonPolymorphic|}]")]
    [InlineData("[{|TLLM306:JsonDerivedType|}(typeof(Circle))]")]
    [InlineData("[{|TLLM306:JsonDerivedType|}(typeof(Circle), 1)]")]
    [InlineData("""[JsonDerivedType(typeof(Circle), "shape"), {|TLLM306:JsonDerivedType|}(typeof(Square), "shape")]""")]
    [InlineData("""[JsonDerivedType(typeof(Circle), "circle"), {|TLLM306:JsonDerivedType|}(typeof(Circle), "round")]""")]
    [InlineData("""[{|TLLM306:JsonDerivedType|}(typeof(string), "text")]""")]
    [InlineData("""[{|TLLM306:JsonDerivedType|}(typeof(int[]), "numbers")]""")]
    [InlineData("""[{|TLLM306:JsonDerivedType|}(null!, "nothing")]""")]
    [InlineData("""[JsonDerivedType(typeof({|CS0246:Missing|}[]), "missing")]""")]
    [InlineData("""[{|TLLM306:JsonDerivedType|}(typeof(Boxed<>), "boxed")]""")]
    [InlineData("""[JsonDerivedType(typeof({|CS0246:Missing|}), "missing")]""")]
    [InlineData("""[JsonDerivedType(typeof(Circle), "circle"), JsonDerivedType(typeof(Square), "square"), JsonDerivedType(typeof(Boxed<int>), "boxed")]""")]
    [InlineData("""[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind"), JsonDerivedType(typeof(Circle), "circle"), JsonDerivedType(typeof(Shape), "shape")]""")]
    public Task Each_type_of_a_family_has_a_name_of_its_own(string attributes) => Verify.VerifyAnalyzerAsync(Answers.Source($$"""
        [LlmAnswer]
        {{attributes}}
        public record Shape;
        public record Circle(double Radius) : Shape;
        public record Square(double Side) : Shape;
        public record Boxed<T>(T Value) : Shape;
        """));

    [Fact]
    public Task What_its_types_hold_is_judged() => Verify.VerifyAnalyzerAsync(Answers.Source("""
        [LlmAnswer]
        [JsonDerivedType(typeof(Circle), "circle"), JsonDerivedType(typeof(Polygon), "polygon")]
        public interface IShape;
        public record Circle(object {|TLLM301:Center|}) : IShape;
        public abstract record {|TLLM302:Polygon|} : IShape;
        """));
}
