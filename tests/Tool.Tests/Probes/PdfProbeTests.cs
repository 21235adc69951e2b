using TypedLlm.Catalog;
using TypedLlm.Simulator;
using TypedLlm.Tool.Probes;

namespace TypedLlm.Tool.Tests.Probes;

public sealed class PdfProbeTests : ProbeTest
{
    [Theory]
    [InlineData("responses")]
    [InlineData("chat")]
    public async Task Both_forms_of_a_pdf_are_read_and_the_file_is_deleted(string endpoint)
    {
        AssertWorks(await RunAsync(Probe(ProbeKind.Pdf, endpoint: Enum.Parse<EndpointKind>(endpoint, ignoreCase: true))));

        var file = Assert.Single(Simulator.State.Files);
        Assert.Equal(("user_data", true), (file.Purpose, file.IsDeleted));
        Assert.StartsWith("typedllm-", file.Filename, StringComparison.Ordinal);
        Assert.Equal(ProbePdf.Create().Length, file.Bytes);
    }

    [Fact]
    public async Task A_model_without_files_is_refused()
    {
        Options.Account = new() { WithoutPdf = [Plain] };

        AssertRefused(await RunAsync(Probe(ProbeKind.Pdf)), "inline: the model does not read files (400, invalid_value");
        AssertNothingIsLeft();
    }

    [Theory]
    [InlineData("Missing required parameter: 'messages[1].content[0].file.file_id'.", "missing_required_parameter", "the server knows files by id only")]
    [InlineData("Invalid MIME type. Only image types are supported.", "invalid_image_format", "the model reads images only")]
    public async Task One_form_that_works_is_enough_and_the_other_is_named(string text, string code, string detail)
    {
        Simulator.Scripts.ForCall("POST /v1/responses").On(1, Faults.BadRequest(code, text));

        var result = await RunAsync(Probe(ProbeKind.Pdf));

        AssertWorks(result);
        Assert.Equal($"inline: {detail} (400, {code}); as an uploaded file: accepted", result.Detail);
    }

    [Fact]
    public async Task Data_that_is_found_wrong_says_nothing()
    {
        Simulator.Scripts.ForCall("POST /v1/responses").On(1, Faults.BadRequest("invalid_value", "Invalid file data: 'input[0].content[0].file_data'. Expected a base64-encoded data URL."));

        AssertNotLearned(await RunAsync(Probe(ProbeKind.Pdf)), "as an uploaded file: accepted");
    }

    [Fact]
    public async Task A_server_that_does_not_know_expiry_is_asked_without_it()
    {
        Simulator.Scripts.ForCall("POST /v1/files").On(1, Faults.BadRequest("unknown_parameter", "?", "expires_after[anchor]"));

        AssertWorks(await RunAsync(Probe(ProbeKind.Pdf)));
        Assert.Equal(2, Simulator.Log.Requests.Count(static request => request.Path == "/v1/files"));
        AssertNothingIsLeft();
    }

    [Fact]
    public async Task A_server_without_files_is_not_a_refusal()
    {
        Options.Account = new() { MissingCalls = ["* /v1/files"] };

        AssertNotLearned(await RunAsync(Probe(ProbeKind.Pdf)), "inline: accepted; as an uploaded file: it could not be uploaded: nothing answers there (404");
    }
}
