using System.Text.Json.Nodes;
using TypedLlm.Catalog;
using TypedLlm.Tool.Service;

namespace TypedLlm.Tool.Probes;

/// <summary>A PDF of one page, inline and as an uploaded file. It works only if both do.</summary>
internal sealed class PdfProbe : IProbe
{
    /// <summary>Text and image of a page, above what the service counts for one.</summary>
    private const int PageTokens = 4_000;

    private static readonly RecordedRefusal[] Refusals =
    [
        new(400, "the model does not read files") { Texts = ["does not support file content types"] },
        new(400, "the model reads images only") { Codes = ["invalid_image_format"] },
        new(400, "the server does not take the data of a file") { Texts = ["Invalid file data: "] },
        new(400, "the server knows files by id only") { Codes = ["missing_required_parameter"], Texts = ["file_id"] },
    ];

    public ProbeKind Kind => ProbeKind.Pdf;

    public bool IsLong => false;

    public ProbeLoad LoadOf(ProbeRequest request) =>
        Load(request, Inline(request, ProbePdf.Create())) + Load(request, ById(request, new string('x', 64)));

    public async Task<ProbeResult> RunAsync(ProbeContext context)
    {
        var pdf = ProbePdf.Create();
        var inline = await TryAsync(context, () => AskAsync(context, Inline(context.Request, pdf)));
        if (inline.IsNoAccess)
        {
            return inline;
        }

        var byId = await TryAsync(context, () => UploadAsync(context, pdf));
        ProbeResult[] forms = [inline, byId];
        return forms switch
        {
            _ when byId.IsNoAccess => byId,
            _ when forms.All(static form => form.Verdict == ProbeVerdict.Works) => context.Works("read inline and as an uploaded file"),
            _ when forms.Any(static form => form.Verdict == ProbeVerdict.Refused) => context.Refused(Words(inline, byId)),
            _ => context.NotLearned(Words(inline, byId)),
        };
    }

    private static string Words(ProbeResult inline, ProbeResult byId) => $"inline: {inline.Detail}; as an uploaded file: {byId.Detail}";

    /// <summary>One form that cannot be judged does not keep the other from being tried.</summary>
    private static async Task<ProbeResult> TryAsync(ProbeContext context, Func<Task<ProbeResult>> form)
    {
        try
        {
            return await form();
        }
        catch (NotLearnedException exception)
        {
            return context.NotLearned(exception.Message);
        }
    }

    private static async Task<ProbeResult> UploadAsync(ProbeContext context, byte[] pdf)
    {
        var upload = await context.CreateAsync(ResourceKind.File, "files", () => Upload.Content(pdf, $"{context.Tag}.pdf", "user_data", "application/pdf"));
        if (!upload.IsSuccess)
        {
            return context.NotLearned($"it could not be uploaded: {FailureWords.NotRecorded(upload, context.Time)}");
        }

        return JsonElements.Text(upload.Json(), "id") is { Length: > 0 } id
            ? await AskAsync(context, ById(context.Request, id))
            : context.NotLearned(FailureWords.NotJson(upload));
    }

    private static async Task<ProbeResult> AskAsync(ProbeContext context, JsonObject part)
    {
        var reply = await context.AskAsync(ProbeBody.Of(context.Request, part));
        if (!reply.IsSuccess)
        {
            return context.Judge(reply, Refusals);
        }

        context.ReadAnswer(context.Request.Endpoint, reply);
        return context.Works("read");
    }

    private static ProbeLoad Load(ProbeRequest request, JsonObject part) => ProbeLoad.Of(ProbeBody.Of(request, part), ProbeBody.FewTokens, PageTokens);

    private static JsonObject Inline(ProbeRequest request, byte[] pdf) => Part(request, new JsonObject
    {
        ["filename"] = "page.pdf",
        ["file_data"] = $"data:application/pdf;base64,{Convert.ToBase64String(pdf)}",
    });

    private static JsonObject ById(ProbeRequest request, string id) => Part(request, new JsonObject { ["file_id"] = id });

    private static JsonObject Part(ProbeRequest request, JsonObject file)
    {
        if (request.Endpoint == EndpointKind.Chat)
        {
            return new JsonObject { ["type"] = "file", ["file"] = file };
        }

        file["type"] = "input_file";
        return file;
    }
}
