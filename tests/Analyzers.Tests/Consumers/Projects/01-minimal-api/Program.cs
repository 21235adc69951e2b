using Contoso.Support.Api;
using TypedLlm;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddTypedLlm(builder.Configuration).AddContosoSupportApiEndpoints();
builder.Services.AddProblemDetails();

var app = builder.Build();
app.MapGet("/health", () => "ok");
app.MapPost("/answers", async (Question question, ISupportDesk desk, CancellationToken ct) =>
{
    try
    {
        return Results.Ok(new Answer(await desk.AnswerAsync(question.Customer, question.Text, ct)));
    }
    catch (LlmException exception) when (exception.Kind == LlmFailureKind.RateLimited)
    {
        return Results.StatusCode(StatusCodes.Status429TooManyRequests);
    }
});
app.MapGet("/answers/stream", (string text, ISupportDesk desk, CancellationToken ct) => desk.StreamAsync(text, ct));
app.Run();
