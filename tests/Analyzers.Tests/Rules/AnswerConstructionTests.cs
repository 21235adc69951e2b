using System.Globalization;
using Microsoft.CodeAnalysis;
using TypedLlm.TestKit;
using TypedLlm.TestKit.Verifiers;
using Verify = TypedLlm.TestKit.Verifiers.CSharpAnalyzerVerifier<TypedLlm.Analyzers.AnswerTypeAnalyzer>;

namespace TypedLlm.Analyzers.Tests.Rules;

/// <summary>Types that generated code cannot make.</summary>
public sealed class AnswerConstructionTests
{
    [Theory]
    [InlineData("public abstract record {|TLLM302:Line|};")]
    [InlineData("public interface {|TLLM302:Line|};")]
    [InlineData("public class {|TLLM302:Line|} { public Line(string text) => Text2 = text; public string Text2 { get; } }")]
    [InlineData("public class {|TLLM302:Line|} { public Line(int text) => Text = text.ToString(); public string Text { get; } }")]
    [InlineData("public class {|TLLM302:Line|} { internal Line() { } public string? Text { get; set; } }")]
    [InlineData("public class {|TLLM302:Line|} { public Line(string a) { A = a; } public Line(string a, string b) { A = a + b; } public string A { get; } }")]
    [InlineData("public class {|TLLM302:Line|} { [JsonConstructor] public Line(string a) => A = a; [JsonConstructor] public Line() => A = \"\"; public string A { get; } }")]
    [InlineData("public class {|TLLM302:Line|} { [JsonConstructor] private Line(string a) => A = a; public string A { get; } }")]
    [InlineData("public class {|TLLM302:Line|} { public string A { get; } = \"\"; }")]
    [InlineData("public class Line { public string? B { get; set; } [JsonInclude] public string {|TLLM302:A|} { get; private set; } = \"\"; }")]
    [InlineData("public class Line { public string? B { get; set; } [JsonIgnore] public required string {|TLLM302:A|} { get; set; } }")]
    [InlineData("public class Line { public string? B { get; set; } [Obsolete(\"Gone\", true)] public required string {|TLLM302:A|} { get; set; } }")]
    [InlineData("public class Line { public string? B { get; set; } [Obsolete(\"Gone\", true)] public string? A { get; set; } }")]
    [InlineData("public class Line { public string? B { get; set; } public string? A { get; [Obsolete(\"Gone\", true)] set; } }")]
    [InlineData("public record Line([property: Obsolete(\"Gone\", true)] string {|TLLM302:A|});")]
    [InlineData("public class {|TLLM302:Line|} { [Obsolete(\"Gone\", true)] public Line() { } public string? A { get; set; } }")]
    [InlineData("public class Line { [JsonConstructor] internal Line(string a) => A = a; public string A { get; } }")]
    [InlineData("public class Line(string a) { public string A { get; } = a; public int Length => A.Length; }")]
    [InlineData("public class Line { public Line() { } public Line(string a) => A = a; public string? A { get; set; } }")]
    [InlineData("public class Line { [System.Diagnostics.CodeAnalysis.SetsRequiredMembers] public Line() { } [JsonIgnore] public required string A { get; set; } = \"\"; public int B { get; set; } }")]
    [InlineData("public class Line { [JsonInclude] public int A; [JsonInclude] internal string? B { get; set; } }")]
    [InlineData("public readonly struct Line { public Line(int a) => A = a; public int A { get; } }")]
    [InlineData("public struct Line { public int A { get; set; } }")]
    [InlineData("public record Line;")]
    [InlineData("public record Line(string A, [property: JsonIgnore] object? Meta = null, int B = 2);")]
    [InlineData("public record {|TLLM302:Line|}(string A, [property: JsonIgnore] object Meta);")]
    [InlineData("public class Line(string a, object? meta = null) { public string A { get; } = a; [JsonIgnore] public object? Meta { get; } = meta; }")]
    [InlineData("public class {|TLLM302:Line|}(string a, object meta) { public string A { get; } = a; [JsonIgnore] public object Meta { get; } = meta; }")]
    [InlineData("public readonly record struct Line(string A, [property: JsonIgnore] int Meta = 5);")]
    [InlineData("public record Line(string A) { [JsonIgnore] public object? Meta { get; init; } }")]
    public Task Constructors_are_chosen_as_System_Text_Json_does(string line) =>
        Verify.VerifyAnalyzerAsync(Answers.Member("List<Line> Lines", line));

    [Fact]
    public Task Types_that_cannot_be_named_are_reported() => Verify.VerifyAnalyzerAsync(Answers.Source("""
        public static class Shop
        {
            [LlmAnswer] private record {|TLLM302:Invoice|}(Line Line);
            private record Line(string Text);
            [LlmAnswer] private enum {|TLLM301:Kind|} { One }
            internal record Open(string Text);
            [LlmAnswer] internal record Order(Open Open);
            [LlmAnswer] private class {|TLLM302:Boxes|} : Box<Line>;
            [LlmAnswer] internal record Closed { [JsonInclude] internal Box<int> Numbers = new(); }
            internal class Box<T> { public int Count { get; set; } }
        }
        """));

    [Theory]
    [InlineData("[LlmAnswer] file record {|TLLM302:Invoice|}(string Text);")]
    [InlineData("[LlmAnswer] file class {|TLLM302:Invoice|} { public string? Text { get; set; } }")]
    [InlineData("file static class Shop { [LlmAnswer] public record {|TLLM302:Invoice|}(string Text); }")]
    [InlineData("[LlmAnswer] file enum {|TLLM301:Level|} { Low }")]
    [InlineData("public class Shop { [LlmAnswer] protected record {|TLLM302:Invoice|}(string Text); }")]
    [InlineData("public class Shop { private class Inner { [LlmAnswer] public record {|TLLM302:Invoice|}(string Text); } }")]
    public Task A_type_that_only_its_file_or_type_can_name_is_reported(string source) => Verify.VerifyAnalyzerAsync(Answers.Source(source));

    [Fact]
    public Task The_parameter_without_a_member_is_named() => Verify.VerifyAnalyzerAsync(
        Answers.Source("[LlmAnswer] public class {|#0:Invoice|} { public Invoice(string text) => Number = text; public string Number { get; } }"),
        Verify.Diagnostic(AnswerDescriptors.NotConstructible).WithLocation(0).WithArguments(
            "Invoice", "has a constructor that takes 'text', which no member of that name and type gives", "add the member, or a constructor without the parameter"));

    [Fact]
    public Task The_parameter_whose_member_is_left_out_is_named() => Verify.VerifyAnalyzerAsync(
        Answers.Source("[LlmAnswer] public record {|#0:Invoice|}(string Number, [property: JsonIgnore] object Meta);"),
        Verify.Diagnostic(AnswerDescriptors.NotConstructible).WithLocation(0).WithArguments(
            "Invoice",
            "has a constructor that takes 'Meta', which [JsonIgnore] leaves out of the answer",
            "give the parameter 'Meta' a default value, or declare 'Meta' as a member in the body"));

    [Fact]
    public Task The_message_has_the_path_to_the_type() => Verify.VerifyAnalyzerAsync(
        Answers.Source("""
            [LlmAnswer] public record Invoice(List<Line> Lines);
            public record Line(Meta? Meta);
            public interface {|#0:Meta|};
            """),
        Verify.Diagnostic(AnswerDescriptors.NotConstructible).WithLocation(0).WithArguments(
            "Line.Meta", "is of type 'Meta', which is an interface", "list the types that it stands for with [JsonDerivedType(typeof(Circle), \"circle\")], or use a record"));

    [Fact]
    public async Task Types_of_other_assemblies_are_reported_where_they_are_used()
    {
        var library = GeneratorHarness.Compile("Library", ["#pragma warning disable CS1591\nnamespace Library; public record Line(Meta? Meta); public interface Meta;"]);
        using var image = new MemoryStream();
        Assert.True(library.Emit(image).Success);
        var project = TestSolution.Create(new TestState { Sources = { ("Test0.cs", Answers.Source("[LlmAnswer] public record Invoice(List<Library.Line> Lines);")) } }).Projects.Single()
            .AddMetadataReference(MetadataReference.CreateFromImage(image.ToArray()));

        var finding = Assert.Single(await AnalyzerRunner.RunAsync(project, [new AnswerTypeAnalyzer()]));

        Assert.Equal("Lines", finding.Location.SourceTree!.GetText().ToString(finding.Location.SourceSpan));
        Assert.StartsWith("'Invoice.Lines[].Meta' is of type 'Meta', which is an interface;", finding.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }
}
