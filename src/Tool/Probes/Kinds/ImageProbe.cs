using System.Text.Json.Nodes;
using TypedLlm.Catalog;

namespace TypedLlm.Tool.Probes;

/// <summary>A small image, inline.</summary>
internal sealed class ImageProbe : AnswerProbe
{
    /// <summary>Above what the service counts for the smallest image.</summary>
    private const int ImageTokens = 4_000;

    public override ProbeKind Kind => ProbeKind.Image;

    protected override int UnseenTokens => ImageTokens;

    protected override JsonObject BodyOf(ProbeRequest request)
    {
        var url = $"data:image/png;base64,{Convert.ToBase64String(ProbePng.Create())}";
        return ProbeBody.Of(request, request.Endpoint == EndpointKind.Chat
            ? new JsonObject { ["type"] = "image_url", ["image_url"] = new JsonObject { ["url"] = url } }
            : new JsonObject { ["type"] = "input_image", ["image_url"] = url, ["detail"] = "low" });
    }

    protected override IReadOnlyList<RecordedRefusal> RefusalsOf(ProbeRequest request) =>
    [
        new(400, "the model does not read images") { Texts = ["image_url is only supported by certain models"] },
        new(400, "the model does not read images") { Codes = RecordedRefusal.Unsupported, Params = [request.Endpoint == EndpointKind.Chat ? "messages" : "input"] },
    ];
}
