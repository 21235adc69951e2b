using System.Text;
using System.Text.Json;

namespace TypedLlm.Runtime.Tests.Streaming;

/// <summary>Builds event streams as the service sends them, and as it should not.</summary>
internal sealed class SampleStream
{
    private readonly StringBuilder _stream = new();
    private int _number;

    public static string Response(string status, params string[] texts) =>
        $$$"""{"id":"resp_1","object":"response","status":"{{{status}}}","error":null,"incomplete_details":null,"model":"gpt-5.4-2026-03-05","output":[{"id":"msg_1","type":"message","status":"completed","content":[{{{string.Join(',', texts.Select(Part))}}}],"role":"assistant"}],"service_tier":"default","usage":{"input_tokens":3,"input_tokens_details":{"cached_tokens":1},"output_tokens":5,"output_tokens_details":{"reasoning_tokens":2},"total_tokens":8}}""";

    public static string Part(string text) => $$"""{"type":"output_text","annotations":[],"logprobs":[],"text":{{Json(text)}}}""";

    public static string Json(string text) => JsonSerializer.Serialize(text);

    public SampleStream Begun() =>
        Event("response.created", """ "response":{"id":"resp_1","object":"response","status":"in_progress","model":"gpt-5.4-2026-03-05","output":[],"usage":null}""")
        .Event("response.in_progress", """ "response":{"id":"resp_1","object":"response","status":"in_progress","model":"gpt-5.4-2026-03-05","output":[],"usage":null}""");

    public SampleStream Text(string delta) =>
        Event("response.output_text.delta", $"\"item_id\":\"msg_1\",\"output_index\":0,\"content_index\":0,\"delta\":{Json(delta)},\"logprobs\":[],\"obfuscation\":\"aB3\"", "");

    public SampleStream Completed(params string[] texts) => Event("response.completed", $"\"response\":{Response("completed", texts)}");

    public SampleStream Event(string type, string members, string space = " ") =>
        Raw($"event: {type}\ndata: {{\"type\":\"{type}\",{space}\"sequence_number\":{_number++},{members}}}\n\n");

    /// <summary>Leaves a gap in the numbers.</summary>
    public SampleStream Skip()
    {
        _number++;
        return this;
    }

    /// <summary>Gives the next event the last one's number again.</summary>
    public SampleStream Repeat()
    {
        _number--;
        return this;
    }

    public SampleStream Raw(string text)
    {
        _stream.Append(text);
        return this;
    }

    /// <summary>What was added since the last call, so that one numbered stream can be sent in pieces.</summary>
    public byte[] Take()
    {
        var bytes = ToArray();
        _stream.Clear();
        return bytes;
    }

    public byte[] ToArray() => Encoding.UTF8.GetBytes(_stream.ToString());
}
