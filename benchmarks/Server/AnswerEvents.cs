using System.Globalization;
using System.Text;

namespace TypedLlm.Benchmarks.Server;

/// <summary>The events of a streamed answer as the service sends them, sizes included: a delta is about 280 bytes.</summary>
internal static class AnswerEvents
{
    private const string ResponseId = "resp_0c5b1f94a7d2e6380168f3a1b2c4d5e6f708192a3b4c5d6e7f";
    private const string MessageId = "msg_0c5b1f94a7d2e6380168f3a1b3d5e7f90a1b2c3d4e5f60718293";
    private const string Obfuscation = "q7Rz0LmXw2KdTbVn";

    private static readonly string[] Words = [" the", " of", " a", " order", " is", " on", " its", " way", " and", " we", " will", " ship", ".", " it", " soon", ","];

    /// <summary>The preamble: everything before the first token.</summary>
    public static IEnumerable<byte[]> Preamble()
    {
        yield return Event(0, "response.created", $"\"response\":{Response("in_progress", "", "null")}");
        yield return Event(1, "response.in_progress", $"\"response\":{Response("in_progress", "", "null")}");
        yield return Event(2, "response.output_item.added", $"\"output_index\":0,\"item\":{{\"id\":\"{MessageId}\",\"type\":\"message\",\"status\":\"in_progress\",\"content\":[],\"role\":\"assistant\"}}");
        yield return Event(3, "response.content_part.added", $"\"item_id\":\"{MessageId}\",\"output_index\":0,\"content_index\":0,\"part\":{Part("")}");
    }

    public static IEnumerable<byte[]> Deltas(int tokens) =>
        Enumerable.Range(0, tokens).Select(index => Event(
            4 + index,
            "response.output_text.delta",
            $"\"item_id\":\"{MessageId}\",\"output_index\":0,\"content_index\":0,\"delta\":\"{Word(index)}\",\"logprobs\":[],\"obfuscation\":\"{Obfuscation[Word(index).Length..]}\""));

    /// <summary>What follows the last token; each of these events repeats the whole text.</summary>
    public static IEnumerable<byte[]> Ending(int tokens)
    {
        var text = string.Concat(Enumerable.Range(0, tokens).Select(Word));
        var at = $"\"item_id\":\"{MessageId}\",\"output_index\":0,\"content_index\":0";
        yield return Event(4 + tokens, "response.output_text.done", $"{at},\"text\":\"{text}\",\"logprobs\":[]");
        yield return Event(5 + tokens, "response.content_part.done", $"{at},\"part\":{Part(text)}");
        yield return Event(6 + tokens, "response.output_item.done", $"\"output_index\":0,\"item\":{Message(text)}");
        yield return Event(7 + tokens, "response.completed", $"\"response\":{Response("completed", Message(text), Usage(tokens))}");
    }

    /// <summary>A whole answer of about 1.2 KB.</summary>
    public static byte[] Whole(int tokens)
    {
        var text = string.Concat(Enumerable.Range(0, tokens).Select(Word));
        return Encoding.UTF8.GetBytes(Response("completed", Message(text), Usage(tokens)));
    }

    private static string Word(int index) => Words[index % Words.Length];

    private static byte[] Event(int number, string type, string rest) =>
        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"event: {type}\ndata: {{\"type\":\"{type}\",\"sequence_number\":{number},{rest}}}\n\n"));

    private static string Part(string text) => $"{{\"type\":\"output_text\",\"annotations\":[],\"logprobs\":[],\"text\":\"{text}\"}}";

    private static string Message(string text) =>
        $"{{\"id\":\"{MessageId}\",\"type\":\"message\",\"status\":\"completed\",\"content\":[{Part(text)}],\"role\":\"assistant\"}}";

    private static string Usage(int tokens) =>
        string.Create(CultureInfo.InvariantCulture, $"{{\"input_tokens\":24,\"input_tokens_details\":{{\"cached_tokens\":0}},\"output_tokens\":{tokens},\"output_tokens_details\":{{\"reasoning_tokens\":0}},\"total_tokens\":{tokens + 24}}}");

    private static string Response(string status, string output, string usage) =>
        $"{{\"id\":\"{ResponseId}\",\"object\":\"response\",\"created_at\":1770281737,\"status\":\"{status}\",\"background\":false,\"error\":null," +
        "\"incomplete_details\":null,\"instructions\":null,\"max_output_tokens\":null,\"max_tool_calls\":null,\"model\":\"gpt-5.4-2026-03-05\"," +
        $"\"output\":[{output}],\"parallel_tool_calls\":true,\"previous_response_id\":null,\"prompt_cache_key\":null," +
        "\"reasoning\":{\"effort\":\"medium\",\"summary\":null},\"safety_identifier\":null,\"service_tier\":\"default\",\"store\":false,\"temperature\":1.0," +
        "\"text\":{\"format\":{\"type\":\"text\"},\"verbosity\":\"medium\"},\"tool_choice\":\"auto\",\"tools\":[],\"top_logprobs\":0,\"top_p\":1.0," +
        $"\"truncation\":\"disabled\",\"usage\":{usage},\"user\":null,\"metadata\":{{}}}}";
}
