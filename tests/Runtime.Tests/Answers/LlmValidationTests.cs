using TypedLlm.CompilerServices;
using TypedLlm.TypedAnswers;

namespace TypedLlm.Runtime.Tests.Answers;

public sealed class LlmValidationTests
{
    private static readonly AnswerNames Names = new(["total", "net-sum"]);
    private static readonly string[] Members = ["Total", "Net"];

    [Fact]
    public void A_check_can_be_tested_without_a_model()
    {
        var validation = new LlmValidation();
        validation.Error("Total", "It must be the sum.");
        validation.Warn("", "That is a lot.");

        Assert.Equal([new LlmFinding("Total", "It must be the sum.")], validation.Errors);
        Assert.Equal([new LlmFinding("", "That is a lot.")], validation.Warnings);
        Assert.Throws<ArgumentException>(() => validation.Error("Total", " "));
        Assert.Throws<ArgumentNullException>(() => validation.Warn(null!, "a"));
    }

    [Fact]
    public void What_it_takes_is_bounded()
    {
        var validation = new LlmValidation();
        var findings = new AnswerFindings();
        for (var i = 0; i < 1_000; i++)
        {
            validation.Error("Total", "a");
            validation.Warn("Total", "a");
            findings.Add(validation, "$", Names, Members);
        }

        Assert.Equal((16, 16), (validation.Errors.Count, validation.Warnings.Count));
        Assert.Equal((16, 16), (findings.Errors.Count, findings.Warnings.Count));
        Assert.True(findings.IsFull);
    }

    [Theory]
    [InlineData("", "$.lines[2]")]
    [InlineData("Total", "$.lines[2].total")]
    [InlineData("total", "$.lines[2].total")]
    [InlineData("Net", "$.lines[2]['net-sum']")]
    [InlineData("Total[3].price", "$.lines[2].total[3].price")]
    [InlineData("Total: the customer's secret", "$.lines[2]")]
    [InlineData("Total.the customer's secret", "$.lines[2].total")]
    public void A_path_is_that_of_the_answer_and_carries_no_text(string given, string path)
    {
        var validation = new LlmValidation();
        validation.Error(given, "a");
        var findings = new AnswerFindings();
        findings.Add(validation, "$.lines[2]", Names, Members);

        Assert.Equal(path, Assert.Single(findings.Errors).Path);
    }

    [Fact]
    public void A_model_is_told_the_beginning_of_a_long_message()
    {
        var exception = AnswerException.Refused([new LlmFinding("$.a", new string('a', 100_000)), new LlmFinding("$.b", "b")], "{}");

        Assert.InRange(exception.Correction.Length, 1_000, 1_100);
        Assert.EndsWith("; at $.b: b", exception.Correction, StringComparison.Ordinal);
        Assert.Equal(100_000, exception.GetFindings()[0].Message.Length);
    }
}
