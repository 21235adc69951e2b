using Microsoft.CodeAnalysis;
using Verify = TypedLlm.TestKit.Verifiers.CSharpAnalyzerVerifier<TypedLlm.Analyzers.FilePartAnalyzer>;

namespace TypedLlm.Analyzers.Tests.Rules;

public sealed class FilePartTests
{
    [Theory]
    [InlineData("""return ChatMessageContentPart.CreateFilePart({|TLLM503:BinaryData.FromString(Convert.ToBase64String(bytes))|}, "application/pdf", "a.pdf");""")]
    [InlineData("""return ResponseContentPart.CreateInputFilePart({|TLLM503:BinaryData.FromString(Convert.ToBase64String(bytes))|}, "application/pdf", "a.pdf");""")]
    [InlineData("""return ResponseContentPart.CreateInputFilePart(filename: "a.pdf", fileBytesMediaType: "application/pdf", fileBytes: {|TLLM503:new BinaryData(Convert.ToBase64String(bytes))|});""")]
    [InlineData("""return ChatMessageContentPart.CreateFilePart({|TLLM503:BinaryData.FromString($"data:application/pdf;base64,{Convert.ToBase64String(bytes)}")|}, "application/pdf", "a.pdf");""")]
    [InlineData("""return ChatMessageContentPart.CreateImagePart({|TLLM503:BinaryData.FromString(Convert.ToBase64String(bytes, 0, 3))|}, "image/png");""")]
    [InlineData("""var text = Convert.ToBase64String(bytes); return ChatMessageContentPart.CreateFilePart({|TLLM503:BinaryData.FromString(text)|}, "application/pdf", "a.pdf");""")]
    [InlineData("""var text = Convert.ToBase64String(bytes); var data = BinaryData.FromString(text); return ChatMessageContentPart.CreateFilePart({|TLLM503:data|}, "application/pdf", "a.pdf");""")]
    [InlineData("""return ChatMessageContentPart.CreateFilePart({|TLLM503:Convert.ToBase64String(bytes)|});""")]
    [InlineData("""return ResponseContentPart.CreateInputFilePart({|TLLM503:"data:application/pdf;base64," + Convert.ToBase64String(bytes)|});""")]
    [InlineData("""var text = Convert.ToBase64String(bytes); return ResponseContentPart.CreateInputImagePart({|TLLM503:text|});""")]
    public Task Base64_text_is_reported_as_it_is_handed_over(string body) => Verify.VerifyAnalyzerAsync(Source(body));

    [Theory]
    [InlineData("""return ChatMessageContentPart.CreateFilePart(BinaryData.FromBytes(bytes), "application/pdf", "a.pdf");""")]
    [InlineData("""return ChatMessageContentPart.CreateFilePart(BinaryData.FromString("plain text"), "text/plain", "a.txt");""")]
    [InlineData("""return ChatMessageContentPart.CreateFilePart(BinaryData.FromBytes(bytes), Convert.ToBase64String(bytes), Convert.ToBase64String(bytes));""")]
    [InlineData("""return ChatMessageContentPart.CreateFilePart("file-1");""")]
    [InlineData("""return ResponseContentPart.CreateInputFilePart(new Uri("data:application/pdf;base64," + Convert.ToBase64String(bytes)));""")]
    [InlineData("""var text = Convert.ToBase64String(bytes); text = "file-1"; return ChatMessageContentPart.CreateFilePart(text);""")]
    [InlineData("""var text = Convert.ToBase64String(bytes); Change(ref text); return ChatMessageContentPart.CreateFilePart(text);""")]
    [InlineData("""string text = "data:" + {|CS0165:text|}; return ChatMessageContentPart.CreateFilePart(text);""")]
    [InlineData("""string a = "" + {|CS0841:b|}, b = $"{a}"; return ChatMessageContentPart.CreateFilePart(b);""")]
    [InlineData("""return BinaryData.FromString(Convert.ToBase64String(bytes));""")]
    public Task Bytes_ids_and_what_may_have_changed_are_not(string body) => Verify.VerifyAnalyzerAsync(Source(body));

    [Theory]
    [InlineData("""string url = "data:application/pdf;base64," + {|CS0165:url|}; return ChatMessageContentPart.CreateFilePart(BinaryData.FromString(url), "application/pdf", "a.pdf");""")]
    [InlineData("""string url = $"data:{{|CS0165:url|}}"; return ChatMessageContentPart.CreateFilePart(url);""")]
    public Task Text_that_half_typed_code_makes_of_itself_is_not(string body) => Verify.VerifyAnalyzerAsync(Source(body));

    [Fact]
    public Task The_message_names_the_method_and_the_way_out() => Verify.VerifyAnalyzerAsync(
        Source("""return ChatMessageContentPart.CreateFilePart({|#0:Convert.ToBase64String(bytes)|});"""),
        Verify.Diagnostic(CallSiteDescriptors.Base64InFilePart).WithLocation(0).WithSeverity(DiagnosticSeverity.Warning).WithMessage(
            "'CreateFilePart' takes the id of an uploaded file, not its content in base64; hand it the bytes instead: BinaryData.FromBytes(…)"));

    [Fact]
    public Task Suppressed_by_pragma() => Verify.VerifyAnalyzerAsync(
        "#pragma warning disable TLLM503\n" + Source("""return ChatMessageContentPart.CreateFilePart(Convert.ToBase64String(bytes));"""));

    [Fact]
    public Task The_severity_can_be_set()
    {
        var test = new Verify.Test { TestCode = Source("""return ChatMessageContentPart.CreateFilePart({|#0:Convert.ToBase64String(bytes)|});""") };
        test.TestState.AnalyzerConfigFiles.Add((".globalconfig", "is_global = true\ndotnet_diagnostic.TLLM503.severity = error\n"));
        test.ExpectedDiagnostics.Add(Verify.Diagnostic(CallSiteDescriptors.Base64InFilePart).WithLocation(0).WithSeverity(DiagnosticSeverity.Error));
        return test.RunAsync();
    }

    internal static string Source(string body) =>
        $$"""
        #pragma warning disable OPENAI001
        using System;
        using OpenAI.Chat;
        using OpenAI.Responses;

        public static class Program
        {
            public static object Make(byte[] bytes)
            {
                {{body}}
            }

            private static void Change(ref string text) => text = "";
        }
        """;
}
