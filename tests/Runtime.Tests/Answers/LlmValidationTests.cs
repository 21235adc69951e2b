using System.Text;
using TypedLlm.CompilerServices;
using TypedLlm.TypedAnswers;

namespace TypedLlm.Runtime.Tests.Answers;

public sealed class LlmValidationTests
{
    private static readonly AnswerNames Names = new(["total", "net-sum"]);
    private static readonly string[] Members = ["Total", "Net"];

    private static ReadOnlySpan<byte> Schema =>
        """{"type":"object","properties":{"total":{"type":"array","items":{"type":"object","properties":{"price":{"type":"number"},"due_on":{"type":"string"}}}},"net-sum":{"type":"number"}}}"""u8;

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
            findings.Add(validation, "$", Names, Members, Schema);
        }

        Assert.Equal((16, 16), (validation.Errors.Count, validation.Warnings.Count));
        Assert.Equal((16, 16), (findings.Errors.Count, findings.Warnings.Count));
        Assert.False(findings.HasRoomFor(validation));
    }

    [Theory]
    [InlineData("", "$.lines[2]")]
    [InlineData("Total", "$.lines[2].total")]
    [InlineData("total", "$.lines[2].total")]
    [InlineData("Net", "$.lines[2]['net-sum']")]
    [InlineData("Total[3].price", "$.lines[2].total[3].price")]
    [InlineData("Total[3].DueOn", "$.lines[2].total[3].due_on")]
    [InlineData("Total: the customer's secret", "$.lines[2]")]
    [InlineData("Total.the customer's secret", "$.lines[2].total")]
    [InlineData("Total[secret]", "$.lines[2].total")]
    [InlineData("Total[1].secret", "$.lines[2].total[1]")]
    [InlineData("Total[1]secret", "$.lines[2].total[1]")]
    [InlineData("Total[4111111111111111]", "$.lines[2].total")]
    [InlineData("Total[1000000]", "$.lines[2].total")]
    [InlineData("Total[-1]", "$.lines[2].total")]
    [InlineData("Total[1", "$.lines[2].total")]
    [InlineData("Total[1]..price", "$.lines[2].total[1]")]
    public void A_path_is_that_of_the_answer_and_carries_no_text(string given, string path)
    {
        var validation = new LlmValidation();
        validation.Error(given, "a");
        var findings = new AnswerFindings();
        findings.Add(validation, "$.lines[2]", Names, Members, Schema);
        var ofValidator = new AnswerFindings();
        ofValidator.Add(validation, "$.lines[2]", Schema);

        Assert.Equal(new LlmFinding(path, IsKnown(given) ? "a" : $"{given}: a"), Assert.Single(findings.Errors));
        Assert.Equal(given == "Net" ? "$.lines[2]" : path, Assert.Single(ofValidator.Errors).Path);
    }

    [Fact]
    public void A_path_is_bounded()
    {
        var validation = new LlmValidation();
        validation.Error("Total" + string.Concat(Enumerable.Repeat("[1].price", 100_000)), "a");
        var findings = new AnswerFindings();
        findings.Add(validation, "$", Names, Members, Schema);

        var finding = Assert.Single(findings.Errors);
        Assert.InRange(finding.Path.Length, 200, 220);
        Assert.InRange(finding.Message.Length, 200, 220);
        Assert.EndsWith("…: a", finding.Message, StringComparison.Ordinal);
    }

    /// <summary>Work that grew with the square of the length would not end: each path is a scan of the answer.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void However_many_values_fail_few_paths_are_found(bool isError)
    {
        var format = new CheckedTotals((value, validation) =>
        {
            if (isError)
            {
                validation.Error("Total", "It is wrong.");
            }
            else
            {
                validation.Warn("Total", "It is odd.");
            }
        });
        var json = Encoding.UTF8.GetBytes($"{{\"items\":[{string.Join(',', Enumerable.Repeat('1', 900_000))}]}}");

        var findings = isError ? Assert.Throws<AnswerException>(() => format.Read(json)).GetFindings() : Warnings(format, json);

        Assert.Equal(Enumerable.Range(0, 16).Select(static index => $"$.items[{index}].total"), findings.Select(static finding => finding.Path));
    }

    [Fact]
    public void The_excerpt_is_around_the_first_value_that_fails()
    {
        var format = new CheckedTotals(static (value, validation) =>
        {
            if (value > 100)
            {
                validation.Error("", "It is too much.");
            }
            else
            {
                validation.Warn("", "It is little.");
            }
        });
        var few = string.Join(',', Enumerable.Range(0, 100));

        var exception = Assert.Throws<AnswerException>(() => format.Read(Encoding.UTF8.GetBytes($"{{\"items\":[{few},4711,{few},{few},815]}}")));

        Assert.Equal("$.items[100]", exception.Path);
        Assert.Contains("99,4711,0", exception.GetExcerpt(), StringComparison.Ordinal);
        Assert.DoesNotContain("815", exception.GetExcerpt(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_is_told_the_beginning_of_a_long_message()
    {
        var exception = AnswerException.Refused([new LlmFinding("$.a", new string('a', 100_000)), new LlmFinding("$.b", "b")], "{}");

        Assert.InRange(exception.Correction.Length, 1_000, 1_100);
        Assert.EndsWith("; at $.b: b", exception.Correction, StringComparison.Ordinal);
        Assert.Equal(100_000, exception.GetFindings()[0].Message.Length);
    }

    /// <summary>Whether all that a check gave as a path stands in that of the answer; what does not is kept in the message.</summary>
    private static bool IsKnown(string given) => given is "" or "Total" or "total" or "Net" or "Total[3].price" or "Total[3].DueOn";

    private static IReadOnlyList<LlmFinding> Warnings(CheckedTotals format, byte[] json)
    {
        format.Read(json, out var warnings);
        return warnings;
    }
}
