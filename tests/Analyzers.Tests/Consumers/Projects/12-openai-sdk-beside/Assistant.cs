using System.ClientModel;
using OpenAI;
using OpenAI.Chat;
using OpenAI.Embeddings;
using OpenAI.Responses;
using TypedLlm;

namespace Fourth.Coffee;

[LlmEndpoint(Primary = "gpt-5.5", Fallback = "gpt-5.4")]
public interface IBarista
{
    [Prompt("Which coffee goes with {cake}?")]
    Task<string> RecommendAsync(string cake, CancellationToken ct = default);
}

public sealed class Assistant(OpenAIClient client, IBarista barista)
{
    // A deployment of our own behind the same protocol: nobody but us knows its name.
    private const string House = "fourth-coffee-house-blend";

    public async Task<string> AskHouseModelAsync(string text)
    {
        var chat = client.GetChatClient(House);
        ChatCompletion completion = await chat.CompleteChatAsync(new SystemChatMessage("Be brief."), new UserChatMessage(text));
        return completion.Content[0].Text;
    }

    public async Task<ReadOnlyMemory<float>> EmbedAsync(string text)
    {
        var embeddings = new EmbeddingClient("text-embedding-3-small", new ApiKeyCredential("key"));
        OpenAIEmbedding embedding = await embeddings.GenerateEmbeddingAsync(text);
        return embedding.ToFloats();
    }

    public ChatClient Current() => new("gpt-5.4-mini", "key");

    public CreateResponseOptions Options(string text, string? model = null) => new()
    {
        Model = model ?? "gpt-6-sol",
        Instructions = text,
    };

    public ChatMessageContentPart Attach(byte[] pdf) => ChatMessageContentPart.CreateFilePart(BinaryData.FromBytes(pdf), "application/pdf", "menu.pdf");

    public Task<string> RecommendAsync(string cake) => barista.RecommendAsync(cake);

    // Names of models that are no more are fine where nobody calls them.
    public static string Describe(string model) => model switch
    {
        "gpt-4" or "gpt-3.5-turbo" => "retired",
        "o1-preview" => "retired",
        _ => "live",
    };
}
