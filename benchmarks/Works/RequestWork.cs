using System.Buffers;
using System.ClientModel.Primitives;
using System.Text.Json;
using OpenAI.Responses;
using TypedLlm.Benchmarks.Harness;
using TypedLlm.Benchmarks.Requests;
using TypedLlm.Chains;
using TypedLlm.CompilerServices;
using TypedLlm.Prompts;
using TypedLlm.TypedAnswers;

namespace TypedLlm.Benchmarks.Works;

/// <summary>Rendering the body of a request, for text and for a typed answer, against System.Text.Json's source generation writing into a pooled buffer.</summary>
internal static class RequestWork
{
    private static readonly AnswerFormat Format = Generated.TypedLlm_Benchmarks_Answers_Invoice__Format.Instance;
    private static readonly RequestHead Head = new("gpt-5.4", Stream: true, Effort.Medium, Temperature: null, MaxOutputTokens: null, ServiceTier: null, Store: false);
    private static readonly RequestHead TypedHead = Head with { Format = Format, Mode = AnswerMode.Schema };
    private static readonly TextDto Typed = JsonSerializer.Deserialize($"{{\"format\":{System.Text.Encoding.UTF8.GetString(Format.FormatJson)}}}", RequestJsonContext.Default.TextDto)!;

    // As a program does that makes its schema once: neither its bytes nor the options around it are made for each request.
    private static readonly ResponseTextOptions SdkTyped = new()
    {
        TextFormat = ResponseTextFormat.CreateJsonSchemaFormat(Typed.Format.Name, BinaryData.FromBytes(Format.Schema.ToArray()), jsonSchemaIsStrict: true),
    };

    public static async Task RunAsync(Report report, bool quick)
    {
        await CompareAsync(report, quick, "text", Head, text: null);
        await CompareAsync(report, quick, "a typed answer", TypedHead, Typed);
    }

    private static async Task CompareAsync(Report report, bool quick, string answer, RequestHead head, TextDto? text)
    {
        var pooled = new ArrayBufferWriter<byte>(2048);
        using var writer = new Utf8JsonWriter(pooled);
        var bytes = CheckLengths(head, text, pooled, writer);
        report.Title($"request · a body of {bytes} bytes for {answer}");

        var run = new PairedRun(rounds: quick ? 20 : 100, warmUpRounds: 10) { Operations = 10_000 };
        var series = await run.RunAsync(
            Variant.Of("System.Text.Json", () => Serialize(text, pooled, writer)),
            Variant.Of("System.Text.Json to byte[]", () => JsonSerializer.SerializeToUtf8Bytes(Dto(text), RequestJsonContext.Default.RequestDto)),
            Variant.Of("OpenAI SDK", () => ModelReaderWriter.Write(SdkOptions(text))),
            Variant.Of("TypedLlm", () => Render(head)));
        report.Table("body", series);
        report.AtMost($"CPU of a body for {answer}, × System.Text.Json", series[^1].CpuRatioTo(series[0]), 0.15);
        report.AtMost($"bytes of a body for {answer}", series[^1].MedianBytes, 0);
    }

    private static int Render(in RequestHead head)
    {
        using var body = RequestBody.Render(new LongPrompt(LongPrompt.Question), metadata: null);
        return body.WithHead(head).Length;
    }

    private static int Serialize(TextDto? text, ArrayBufferWriter<byte> pooled, Utf8JsonWriter writer)
    {
        pooled.ResetWrittenCount();
        writer.Reset();
        JsonSerializer.Serialize(writer, Dto(text), RequestJsonContext.Default.RequestDto);
        return pooled.WrittenCount;
    }

    private static RequestDto Dto(TextDto? text) => new(
        "gpt-5.4",
        Stream: true,
        Store: false,
        new ReasoningDto("medium"),
        LongPrompt.Instructions,
        [new MessageDto("user", $"Answer this customer: {LongPrompt.Question}")])
    { Text = text };

    private static CreateResponseOptions SdkOptions(TextDto? text) => new()
    {
        Model = "gpt-5.4",
        Instructions = LongPrompt.Instructions,
        StreamingEnabled = true,
        StoredOutputEnabled = false,
        ReasoningOptions = new ResponseReasoningOptions { ReasoningEffortLevel = ResponseReasoningEffortLevel.Medium },
        InputItems = { ResponseItem.CreateUserMessageItem($"Answer this customer: {LongPrompt.Question}") },
        TextOptions = text is null ? null : SdkTyped,
    };

    /// <summary>The bodies must say the same, so that none wins by saying less.</summary>
    private static int CheckLengths(RequestHead head, TextDto? text, ArrayBufferWriter<byte> pooled, Utf8JsonWriter writer)
    {
        var (ours, theirs) = (Render(head), Serialize(text, pooled, writer));
        return ours < theirs * 0.9
            ? throw new InvalidOperationException($"Our body has {ours} bytes, that of System.Text.Json {theirs}.")
            : ours;
    }
}
