using OpenAI.Chat;
using Shop;
using TypedLlm;

using var runtime = LlmRuntime.Create(Environment.GetEnvironmentVariable("OPENAI_API_KEY") ?? "");
ISupportDesk desk = new SupportDeskEndpoint(runtime);
Console.WriteLine(await desk.AnswerAsync("Where is my order?"));

var old = new ChatClient("gpt-5.6-terra", "key");
ChatCompletion answer = await old.CompleteChatAsync("Where is my order?");
Console.WriteLine(answer.Content[0].Text);
