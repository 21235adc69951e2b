using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using TypedLlm;

namespace Humongous.Insurance.Web;

public sealed class ClaimView : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _closed = new();
    private string _text = "";

    [Inject]
    public required IClaims Claims { get; set; }

    [Parameter]
    [EditorRequired]
    public required Claim Claim { get; set; }

    public void Dispose()
    {
        _closed.Cancel();
        _closed.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        _text = "";
        await foreach (var item in Claims.ExplainAsync(Claim, new LlmCallOptions { Effort = Effort.Low }, _closed.Token))
        {
            _text = item switch
            {
                LlmEvent<string>.Delta { Text: var text } => _text + text,
                LlmEvent<string>.Restarted => "",
                LlmEvent<string>.Completed { Result.Value: var whole } => whole,
                _ => _text,
            };
            StateHasChanged();
        }
    }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, "p");
        builder.AddContent(1, _text);
        builder.CloseElement();
    }
}
