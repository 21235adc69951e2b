namespace TypedLlm.Generator.Tests;

/// <summary>Checks that types have of their own, from their declaration to what they say about an answer, over HTTP.</summary>
public sealed class ValidationTests
{
    private const string Source = """
        using System.Linq;
        using System.Text.Json.Serialization;

        public interface INamed
        {
            string Name { get; }

            [Validate]
            static void CheckName(INamed value, LlmValidation validation)
            {
                if (value.Name.Length > 20)
                {
                    validation.Warn(nameof(Name), $"The name '{value.Name}' is long.");
                }
            }
        }

        public abstract record Document
        {
            public required string Title { get; init; }

            [Validate]
            public static void CheckTitle(Document value, LlmValidation validation)
            {
                if (value.Title.Length == 0)
                {
                    validation.Error(nameof(Title), "It must not be empty.");
                }
            }
        }

        public readonly record struct Line(string Name, decimal Price, decimal Total) : INamed
        {
            [Validate]
            internal static void Check(in Line value, LlmValidation validation)
            {
                if (value.Total < value.Price)
                {
                    validation.Error(nameof(Total), $"It is {value.Total}, which is below the price.");
                }

                if (value.Total / value.Price > 1_000)
                {
                    validation.Warn("", "That is a lot.");
                }
            }
        }

        public abstract record Payment
        {
            [Validate]
            public static void Check(Card value, LlmValidation validation)
            {
                if (value.Digits == 0)
                {
                    validation.Error("Digits", "They must not be 0.");
                }
            }
        }

        public sealed record Card(int Digits) : Payment;

        public interface IStamped;

        public readonly record struct Stamp(int Number) : IStamped
        {
            [Validate] public static void Check(IStamped value, LlmValidation validation) => validation.Warn(nameof(Number), "as an interface");
            [Validate] public static void Check(in Stamp value, LlmValidation validation) => validation.Warn(nameof(Number), "by reference");
            [Validate] public static void Check(Stamp value, LlmValidation validation) => validation.Warn(nameof(Number), "by value");
            [Validate] public static void Check(object value, in LlmValidation validation) => validation.Warn(nameof(Number), "as anything");
            [Validate] internal static void CheckAny(in IStamped value, LlmValidation validation) => validation.Warn(nameof(Number), "as an interface by reference");
        }

        public sealed record Cash(int @class) : Payment
        {
            [Validate]
            public static void CheckClass(Cash value, LlmValidation validation) => validation.Warn(nameof(@class), "Cash.");
        }

        [LlmAnswer(Naming = LlmNaming.CamelCase)]
        public sealed record Invoice([property: JsonPropertyName("sum")] decimal Total, IReadOnlyList<Line> Lines, Card? Card, Cash? Cash) : Document
        {
            [Validate]
            public static void AddsUp(Invoice value, LlmValidation validation)
            {
                if (value.Total != value.Lines.Sum(line => line.Total))
                {
                    validation.Error(nameof(Total), "It must be the sum of the lines.");
                    validation.Error("Lines[0].total", "It may be wrong.");
                    validation.Error("no such member", "It may be wrong too.");
                }
            }
        }

        [LlmEndpoint(Primary = "gpt-5.4", Fallback = "gpt-5.6-sol")]
        public interface IDesk
        {
            [Prompt("Extract {text}")]
            Task<Invoice> ExtractAsync(string text);

            [Prompt("Extract {text}")]
            Task<LlmResult<Invoice>> ExplainAsync(string text);

            [Prompt("Extract {text}")]
            IAsyncEnumerable<LlmEvent<Invoice>> WatchAsync(string text);

            [Prompt("Extract {text}")]
            IAsyncEnumerable<Line> LinesAsync(string text);

            [Prompt("Extract {text}")]
            Task<LlmResult<Stamp>> StampAsync(string text);
        }

        public static class Program
        {
            public static async Task<string> Extract(LlmRuntime runtime) => (await new DeskEndpoint(runtime).ExtractAsync("t")).Title;

            public static async Task<string> Explain(LlmRuntime runtime) => Show(await new DeskEndpoint(runtime).ExplainAsync("t"));

            public static async Task<string> Stamp(LlmRuntime runtime) =>
                string.Join("|", (await new DeskEndpoint(runtime).StampAsync("t")).Warnings.Select(warning => warning.Message));

            public static async Task<string> Watch(LlmRuntime runtime)
            {
                var shown = "";
                await foreach (var item in new DeskEndpoint(runtime).WatchAsync("t"))
                {
                    shown += item switch
                    {
                        LlmEvent<Invoice>.Restarted => "restarted ",
                        LlmEvent<Invoice>.Completed completed => Show(completed.Result),
                        _ => "",
                    };
                }

                return shown;
            }

            public static async Task<string> Lines(LlmRuntime runtime, List<string> seen)
            {
                await foreach (var line in new DeskEndpoint(runtime).LinesAsync("t"))
                {
                    seen.Add(line.Name);
                }

                return string.Join(",", seen);
            }

            private static string Show(LlmResult<Invoice> result) =>
                result.Value.Title + "|" + string.Join("|", result.Warnings.Select(warning => $"{warning.Path}: {warning.Message}"));
        }
        """;

    private const string Right = """{"title":"a","sum":2,"lines":[{"Name":"x","Price":1,"Total":2}],"card":null,"cash":null}""";
    private const string WrongSum = """{"title":"a","sum":3,"lines":[{"Name":"x","Price":1,"Total":2}],"card":null,"cash":null}""";
    private const string WrongInside = """{"title":"","sum":3,"lines":[{"Name":"x","Price":1,"Total":2},{"Name":"y","Price":2,"Total":1}],"card":{"Digits":0},"cash":null}""";
    private const string Doubtful = """{"title":"a","sum":2000,"lines":[{"Name":"a name of more than twenty letters","Price":1,"Total":2000}],"card":null,"cash":{"class":1}}""";
    private const string Throws = """{"title":"a","sum":0,"lines":[{"Name":"x","Price":0,"Total":0}],"card":null,"cash":null}""";

    private const string Doubts =
        "a|$.lines[0].Name: The name 'a name of more than twenty letters' is long.|$.lines[0]: That is a lot.|$.cash.class: Cash.";

    [Fact]
    public async Task What_a_check_refuses_is_told_to_the_model_with_paths_and_words()
    {
        await using var program = await StartAsync(WrongInside, Right);

        Assert.Equal("a", await program.CallAsync("Extract"));
        var messages = program.LastBody().GetProperty("input").EnumerateArray().Select(message => message.GetProperty("content").GetString()!).ToArray();
        Assert.Equal(WrongInside, messages[^2]);
        Assert.Contains("at $.lines[1].Total: It is 1, which is below the price.", messages[^1], StringComparison.Ordinal);
        Assert.Contains("at $.card.Digits: They must not be 0.", messages[^1], StringComparison.Ordinal);
        Assert.Contains("at $.title: It must not be empty.", messages[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_check_names_members_as_the_code_does()
    {
        await using var program = await StartAsync(WrongSum, Right);

        Assert.Equal("a", await program.CallAsync("Extract"));
        var correction = program.LastBody().GetProperty("input").EnumerateArray().Last().GetProperty("content").GetString()!;
        Assert.Contains("at $.sum: It must be the sum of the lines.; at $.lines[0].Total: It may be wrong.; at $: no such member: It may be wrong too.", correction, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_checks_of_one_name_each_is_called()
    {
        await using var program = await StartAsync("""{"Number":1}""");

        Assert.Equal("as an interface|by reference|by value|as anything|as an interface by reference", await program.CallAsync("Stamp"));
    }

    [Theory]
    [InlineData("Extract")]
    [InlineData("Explain")]
    [InlineData("Watch")]
    public async Task What_nobody_gets_right_is_an_error_with_the_place_and_without_the_words(string method)
    {
        await using var program = await StartAsync(WrongInside, WrongInside, WrongInside);

        var exception = await Assert.ThrowsAsync<LlmException>(() => program.CallAsync(method));

        Assert.Equal(LlmFailureKind.InvalidAnswer, exception.Kind);
        Assert.Equal(3, program.RequestCount);
        var invalid = Assert.IsType<AnswerException>(exception.InnerException);
        Assert.Equal(("$.lines[1].Total", "a value that passes its checks", "a value that fails a check"), (invalid.Path, invalid.Expected, invalid.Found));
        Assert.Equal("It is 1, which is below the price.", invalid.GetFindings()[0].Message);
        Assert.Contains("$.lines[1].Total", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("below the price", exception.ToString(), StringComparison.Ordinal);
        Assert.Contains("\"sum\":3", exception.GetExcerpt(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Explain")]
    [InlineData("Watch")]
    public async Task Soft_findings_come_with_the_data(string method)
    {
        await using var program = await StartAsync(Doubtful);

        Assert.Equal(Doubts, await program.CallAsync(method));
        Assert.Equal(1, program.RequestCount);
    }

    [Fact]
    public async Task Events_start_again_when_a_check_refuses_the_answer()
    {
        await using var program = await StartAsync(WrongSum, Right);

        Assert.Equal("restarted a|", await program.CallAsync("Watch"));
    }

    [Fact]
    public async Task A_check_that_throws_fails_the_call_and_its_exception_stays_behind_a_method()
    {
        await using var program = await StartAsync(Throws, Throws, Throws);

        var exception = await Assert.ThrowsAsync<LlmException>(() => program.CallAsync("Extract"));

        var invalid = Assert.IsType<AnswerException>(exception.InnerException);
        Assert.Equal((LlmFailureKind.InvalidAnswer, "$.lines[0]"), (exception.Kind, invalid.Path));
        Assert.Equal(1, program.RequestCount);
        Assert.Equal("The answer made Line.Check throw DivideByZeroException at $.lines[0]. GetCause() has the exception.", invalid.Message);
        Assert.IsType<DivideByZeroException>(invalid.GetCause());
        Assert.Null(invalid.InnerException);
        Assert.DoesNotContain(invalid.GetCause()!.Message, exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_element_is_checked_before_it_is_handed_out()
    {
        await using var program = await StartAsync("""{"items":[{"Name":"x","Price":1,"Total":2},{"Name":"y","Price":2,"Total":1},{"Name":"z","Price":1,"Total":1}]}""");
        var seen = new List<string>();

        var exception = await Assert.ThrowsAsync<LlmException>(() => program.CallAsync("Lines", seen));

        Assert.Equal(["x"], seen);
        Assert.Equal("$.items[1].Total", Assert.IsType<AnswerException>(exception.InnerException).Path);
        Assert.Equal(1, program.RequestCount);
    }

    [Fact]
    public async Task A_first_element_that_fails_its_check_is_repaired_unseen()
    {
        await using var program = await StartAsync("""{"items":[{"Name":"y","Price":2,"Total":1}]}""", """{"items":[{"Name":"x","Price":1,"Total":2}]}""");

        Assert.Equal("x", await program.CallAsync("Lines", new List<string>()));
        Assert.Equal(2, program.RequestCount);
    }

    private static async Task<GeneratedProgram> StartAsync(params string[] answers)
    {
        var program = await GeneratedProgram.StartAsync(Source);
        for (var i = 0; i < answers.Length; i++)
        {
            program.Service.Scripts.ForAnyModel.On(i + 1, Simulator.Answers.Text(answers[i]));
        }

        return program;
    }
}
