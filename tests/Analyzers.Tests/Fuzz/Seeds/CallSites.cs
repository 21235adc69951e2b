using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using OpenAI;
using OpenAI.Chat;
using OpenAI.Responses;
using TypedLlm;

public static class CallSites
{
    private const string Old = "gpt-4-0613";

    public static IServiceCollection AddAnswers(this IServiceCollection services) => services.AddSingleton(new ChatClient("gpt-3.5-turbo", "key"));

    public static async Task<string> AskAsync(OpenAIClient client, string question, byte[] pdf)
    {
        var chat = client.GetChatClient(Old);
        var responses = client.GetResponsesClient();
        var options = new CreateResponseOptions { Model = "o1", Instructions = $"Answer {question}" };
        var neutral = new ChatOptions { ModelId = "gpt-5-chat-latest", Temperature = 0.5f };
        neutral.ModelId = condition(question) ? "o3-mini" : "gpt-5.4";
        var part = ChatMessageContentPart.CreateFilePart(BinaryData.FromString(Convert.ToBase64String(pdf)), "application/pdf", "a.pdf");
        var file = ResponseContentPart.CreateInputFilePart(BinaryData.FromString(Convert.ToBase64String(pdf)), "application/pdf", "a.pdf");
        var text = Convert.ToBase64String(pdf);
        _ = ChatMessageContentPart.CreateFilePart($"data:{text}");
        _ = new ChatClient(model: LlmModels.Gpt53ChatLatest, "key");
        ChatCompletion answer = await chat.CompleteChatAsync(new UserChatMessage(part), new SystemChatMessage("Be brief."));
        return answer.Content[0].Text + options.Model + file;

        static bool condition(string text) => text is { Length: > 10 } and not "gpt-4";
    }
}
