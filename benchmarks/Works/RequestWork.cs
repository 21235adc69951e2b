using System.Buffers;
using System.ClientModel.Primitives;
using System.Text.Json;
using OpenAI.Responses;
using TypedLlm.Benchmarks.Harness;
using TypedLlm.Benchmarks.Requests;
using TypedLlm.Prompts;

namespace TypedLlm.Benchmarks.Works;

/// <summary>Rendering the body of a request, against System.Text.Json's source generation writing into a pooled buffer.</summary>
internal static class RequestWork
{
    private static readonly RequestHead Head = new("gpt-5.4", Stream: true, Effort.Medium, Temperature: null, MaxOutputTokens: null, ServiceTier: null, Store: false);

    public static async Task RunAsync(Report report, bool quick)
    {
        report.Title("request · a body of 940 bytes");
        var pooled = new ArrayBufferWriter<byte>(2048);
        using var writer = new Utf8JsonWriter(pooled);
        CheckLengths(pooled, writer);

        var run = new PairedRun(rounds: quick ? 20 : 100, warmUpRounds: 10) { Operations = 10_000 };
        var series = await run.RunAsync(
            Variant.Of("System.Text.Json", () => Serialize(pooled, writer)),
            Variant.Of("System.Text.Json to byte[]", () => JsonSerializer.SerializeToUtf8Bytes(Dto(), RequestJsonContext.Default.RequestDto)),
            Variant.Of("OpenAI SDK", () => ModelReaderWriter.Write(SdkOptions())),
            Variant.Of("TypedLlm", () => Render()));
        report.Table("body", series);
        report.AtMost("CPU of a body, × System.Text.Json", series[^1].CpuRatioTo(series[0]), 0.15);
        report.AtMost("bytes of a body", series[^1].MedianBytes, 0);
    }

    private static int Render()
    {
        using var body = RequestBody.Render(new LongPrompt(LongPrompt.Question), metadata: null);
        return body.WithHead(Head).Length;
    }

    private static int Serialize(ArrayBufferWriter<byte> pooled, Utf8JsonWriter writer)
    {
        pooled.ResetWrittenCount();
        writer.Reset();
        JsonSerializer.Serialize(writer, Dto(), RequestJsonContext.Default.RequestDto);
        return pooled.WrittenCount;
    }

    private static RequestDto Dto() => new(
        "gpt-5.4",
        Stream: true,
        Store: false,
        new ReasoningDto("medium"),
        LongPrompt.Instructions,
        [new MessageDto("user", $"Answer this customer: {LongPrompt.Question}")]);

    private static CreateResponseOptions SdkOptions() => new()
    {
        Model = "gpt-5.4",
        Instructions = LongPrompt.Instructions,
        StreamingEnabled = true,
        StoredOutputEnabled = false,
        ReasoningOptions = new ResponseReasoningOptions { ReasoningEffortLevel = ResponseReasoningEffortLevel.Medium },
        InputItems = { ResponseItem.CreateUserMessageItem($"Answer this customer: {LongPrompt.Question}") },
    };

    /// <summary>The bodies must say the same, so that none wins by saying less.</summary>
    private static void CheckLengths(ArrayBufferWriter<byte> pooled, Utf8JsonWriter writer)
    {
        var (ours, theirs) = (Render(), Serialize(pooled, writer));
        if (ours < theirs * 0.9)
        {
            throw new InvalidOperationException($"Our body has {ours} bytes, that of System.Text.Json {theirs}.");
        }
    }
}
