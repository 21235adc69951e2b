using TypedLlm.Analyzers.Tests.Rules;
using Verify = TypedLlm.TestKit.Verifiers.CSharpCodeFixVerifier<TypedLlm.Analyzers.FilePartAnalyzer, TypedLlm.CodeFixes.UnwrapBase64CodeFix>;

namespace TypedLlm.Analyzers.Tests.Fixes;

public sealed class UnwrapBase64Tests
{
    [Theory]
    [InlineData("BinaryData.FromString(Convert.ToBase64String(bytes))", "BinaryData.FromBytes(bytes)")]
    [InlineData("System.BinaryData.FromString(Convert.ToBase64String(bytes[1..]))", "System.BinaryData.FromBytes(bytes[1..])")]
    public Task The_bytes_are_handed_over(string before, string after) => Verify.VerifyCodeFixAsync(
        FilePartTests.Source($$"""return ChatMessageContentPart.CreateFilePart({|TLLM503:{{before}}|}, "application/pdf", "a.pdf");"""),
        FilePartTests.Source($"""return ChatMessageContentPart.CreateFilePart({after}, "application/pdf", "a.pdf");"""));

    [Fact]
    public Task All_at_once() => new Verify.Test
    {
        TestCode = FilePartTests.Source(
            """
            _ = ChatMessageContentPart.CreateFilePart({|TLLM503:BinaryData.FromString(Convert.ToBase64String(bytes))|}, "application/pdf", "a.pdf");
                    return ChatMessageContentPart.CreateImagePart({|TLLM503:BinaryData.FromString(Convert.ToBase64String(bytes))|}, "image/png");
            """),
        FixedCode = FilePartTests.Source(
            """
            _ = ChatMessageContentPart.CreateFilePart(BinaryData.FromBytes(bytes), "application/pdf", "a.pdf");
                    return ChatMessageContentPart.CreateImagePart(BinaryData.FromBytes(bytes), "image/png");
            """),
        NumberOfIncrementalIterations = 2,
    }.RunAsync();

    [Theory]
    [InlineData("""return ChatMessageContentPart.CreateFilePart({|TLLM503:Convert.ToBase64String(bytes)|});""")]
    [InlineData("""return ChatMessageContentPart.CreateFilePart({|TLLM503:BinaryData.FromString(Convert.ToBase64String(bytes, 1, 2))|}, "application/pdf", "a.pdf");""")]
    [InlineData("""return ChatMessageContentPart.CreateFilePart({|TLLM503:BinaryData.FromString(Convert.ToBase64String(bytes.AsSpan(1)))|}, "application/pdf", "a.pdf");""")]
    [InlineData("""var text = Convert.ToBase64String(bytes); return ChatMessageContentPart.CreateFilePart({|TLLM503:BinaryData.FromString(text)|}, "application/pdf", "a.pdf");""")]
    public Task No_fix_where_the_bytes_do_not_stand_in_the_call(string body) => new Verify.Test { TestCode = FilePartTests.Source(body) }.RunAsync();
}
