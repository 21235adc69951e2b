using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using TypedLlm.TestKit;

namespace TypedLlm.Simulator.Tests;

public sealed class InputPartTests : SimulatorTest
{
    private const string Pdf = "data:application/pdf;base64,JVBERi0xLjQKL1R5cGUgL1BhZ2Ug";
    private const string Png = "data:image/png;base64,aW1nIGJ5dGVzIGhlcmU=";
    private const string FileExample = "a valid file MIME type (e.g. 'data:text/plain;base64,SGVsbG8sIFdvcmxkIQ==')";
    private const string ImageExample = "an image MIME type (e.g. 'data:image/png;base64,aW1nIGJ5dGVzIGhlcmU=')";

    [Theory]
    [InlineData($$"""{"type":"input_file","filename":"a.pdf","file_data":"{{Pdf}}"}""")]
    [InlineData($$"""{"type":"input_file","filename":"a.pdf","file_data":"{{Pdf}}","detail":"high"}""")]
    [InlineData("""{"type":"input_file","filename":"a.txt","file_data":"data:text/plain;charset=utf-8;base64,SGVsbG8="}""")]
    [InlineData("""{"type":"input_file","file_url":"https://example.com/a.pdf"}""")]
    [InlineData($$"""{"type":"input_image","image_url":"{{Png}}"}""")]
    [InlineData("""{"type":"input_image","image_url":"https://example.com/a.png","detail":"low"}""")]
    public async Task A_part_that_the_service_takes_is_taken(string part)
    {
        using var response = await PostPartAsync(Plain, part);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("""{"type":"input_file","filename":"a.pdf","file_data":"JVBERi0xLjQK"}""", "invalid_value", ".file_data", $"Invalid file data: 'input[0].content[1].file_data'. Expected a base64-encoded data URL with {FileExample}, but got an invalid base64-encoded value.")]
    [InlineData("""{"type":"input_file","filename":"a.pdf","file_data":"data:application/pdf;base64,***"}""", "invalid_value", ".file_data", $"Invalid file data: 'input[0].content[1].file_data'. Expected a base64-encoded data URL with {FileExample}, but got an invalid base64-encoded value.")]
    [InlineData("""{"type":"input_file","filename":"a.pdf","file_data":"https://example.com/a.pdf"}""", "invalid_value", ".file_data", $"Invalid file data: 'input[0].content[1].file_data'. Expected a base64-encoded data URL with {FileExample}, but got an invalid base64-encoded value.")]
    [InlineData($$"""{"type":"input_file","filename":"a.png","file_data":"{{Png}}"}""", "invalid_value", ".file_data", $"Invalid file data: 'input[0].content[1].file_data'. Expected a base64-encoded data URL with {FileExample}, but got unsupported MIME type 'image/png'.")]
    [InlineData($$"""{"type":"input_file","file_data":"{{Pdf}}"}""", "missing_required_parameter", ".filename", "Missing required parameter: 'input[0].content[1].filename'.")]
    [InlineData($$"""{"type":"input_file","file_name":"a.pdf","file_data":"{{Pdf}}"}""", "unknown_parameter", ".file_name", "Unknown parameter: 'input[0].content[1].file_name'.")]
    [InlineData("""{"type":"input_file","filename":"a.pdf"}""", "missing_required_parameter", ".file_id", "Missing required parameter: 'input[0].content[1].file_id'.")]
    [InlineData("""{"type":"input_file","file_url":"a.pdf"}""", "invalid_value", ".file_url", "Invalid 'input[0].content[1].file_url'. Expected a valid URL, but got a value with an invalid format.")]
    [InlineData("""{"type":"input_file","file_url":"https://example.com/a.pdf","detail":"original"}""", "invalid_value", ".detail", "Invalid value: 'original'. Supported values are: 'auto', 'low', and 'high'.")]
    [InlineData("""{"type":"input_file","file_url":"https://example.com/a.pdf","file_id":"file-1"}""", "invalid_value", "", "Invalid 'input[0].content[1]': only one of 'file_id', 'file_data', and 'file_url' may be given.")]
    [InlineData($$"""{"type":"input_image","image_url":"{{Pdf}}"}""", "invalid_value", ".image_url", $"Invalid 'input[0].content[1].image_url'. Expected a base64-encoded data URL with {ImageExample}, but got unsupported MIME type 'application/pdf'.")]
    [InlineData("""{"type":"input_image","image_url":"data:image/png,x"}""", "invalid_value", ".image_url", $"Invalid 'input[0].content[1].image_url'. Expected a base64-encoded data URL with {ImageExample}, but got an invalid base64-encoded value.")]
    [InlineData("""{"type":"input_image","image_url":"a.png"}""", "invalid_value", ".image_url", "Invalid 'input[0].content[1].image_url'. Expected a valid URL, but got a value with an invalid format.")]
    [InlineData("""{"type":"input_image"}""", "missing_required_parameter", ".image_url", "Missing required parameter: 'input[0].content[1].image_url'.")]
    public async Task A_part_that_the_service_refuses_is_refused(string part, string code, string param, string message)
    {
        using var response = await PostPartAsync(Plain, part);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var error = await ErrorAsync(response);
        Assert.Equal(message, error.GetProperty("message").GetString());
        Assert.Equal(code, error.GetProperty("code").GetString());
        Assert.Equal($"input[0].content[1]{param}", error.GetProperty("param").GetString());
        Assert.Equal("invalid_request_error", error.GetProperty("type").GetString());
    }

    [Theory]
    [InlineData("input_file", "file-unknown")]
    [InlineData("input_image", "file-unknown")]
    public async Task A_file_that_was_not_uploaded_is_not_found(string type, string id)
    {
        using var response = await PostPartAsync(Plain, $$"""{"type":"{{type}}","file_id":"{{id}}"}""");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal($"No such File object: {id}", (await ErrorAsync(response)).GetProperty("message").GetString());
    }

    [Fact]
    public async Task An_uploaded_file_is_read_and_counts_as_the_same_file_sent_along()
    {
        var content = "%PDF-1.4\n/Type /Pages /Type /Page >> /Type /Page >>";
        var id = await UploadAsync(content);

        var uploaded = await InputTokensAsync($$"""{"type":"input_file","file_id":"{{id}}"}""");
        var along = await InputTokensAsync(
            $$"""{"type":"input_file","filename":"a.pdf","file_data":"data:application/pdf;base64,{{Convert.ToBase64String(Encoding.ASCII.GetBytes(content))}}"}""");
        var coarse = await InputTokensAsync($$"""{"type":"input_file","file_id":"{{id}}","detail":"low"}""");
        var onePage = await InputTokensAsync($$"""{"type":"input_file","filename":"a.pdf","file_data":"{{Pdf}}"}""");

        Assert.Equal(uploaded, along);
        Assert.True(coarse < uploaded, $"{coarse} and {uploaded} tokens");
        Assert.True(onePage < uploaded, $"{onePage} and {uploaded} tokens");
    }

    [Fact]
    public async Task A_deleted_file_is_not_found_any_more()
    {
        var id = await UploadAsync("some text");
        Assert.True(await InputTokensAsync($$"""{"type":"input_file","file_id":"{{id}}"}""") > 0);

        using var deleted = await Http.DeleteAsync(new Uri($"files/{id}", UriKind.Relative));
        using var response = await PostPartAsync(Plain, $$"""{"type":"input_file","file_id":"{{id}}"}""");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task A_model_that_reads_no_files_or_images_refuses_them()
    {
        // The last model that reads only text was shut down in October 2026.
        await using var earlier = await SimulatorServer.StartAsync(
            new SimulatorOptions { Clock = new ManualClock(new DateTimeOffset(2026, 6, 1, 0, 0, 0, TimeSpan.Zero)) });
        using var file = await Http.PostAsync(
            new Uri($"{earlier.BaseUrl}/responses"), JsonContent.Create(Asking("o3-mini", $$"""{"type":"input_file","filename":"a.pdf","file_data":"{{Pdf}}"}""")));
        using var image = await Http.PostAsync(
            new Uri($"{earlier.BaseUrl}/responses"), JsonContent.Create(Asking("o3-mini", $$"""{"type":"input_image","image_url":"{{Png}}"}""")));

        await AssertFileRefusedAsync(file);
        var error = await ErrorAsync(image);
        Assert.Equal("Invalid content type. image_url is only supported by certain models.", error.GetProperty("message").GetString());
        Assert.Equal("input[0].content[1].type", error.GetProperty("param").GetString());
    }

    [Fact]
    public async Task An_account_may_lack_files_and_images()
    {
        Options.Account = new() { WithoutPdf = [Plain], WithoutImages = [SimulatedAccount.EveryModel] };

        using var file = await PostPartAsync(Plain, $$"""{"type":"input_file","filename":"a.pdf","file_data":"{{Pdf}}"}""");
        using var image = await PostPartAsync(Reasoning, $$"""{"type":"input_image","image_url":"{{Png}}"}""");
        using var other = await PostPartAsync(Reasoning, $$"""{"type":"input_file","filename":"a.pdf","file_data":"{{Pdf}}"}""");

        await AssertFileRefusedAsync(file);
        Assert.Equal(HttpStatusCode.BadRequest, image.StatusCode);
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    private static async Task AssertFileRefusedAsync(HttpResponseMessage response)
    {
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var error = await ErrorAsync(response);
        Assert.Equal("Invalid Value: 'input_file'. This model does not support file content types.", error.GetProperty("message").GetString());
        Assert.Equal("invalid_value", error.GetProperty("code").GetString());
        Assert.Equal("input[0].content[1].type", error.GetProperty("param").GetString());
    }

    private Task<HttpResponseMessage> PostPartAsync(string model, string part) => PostAsync(Asking(model, part));

    private static object Asking(string model, string part) => new
    {
        model,
        input = new[] { new { role = "user", content = new object[] { new { type = "input_text", text = "What is this?" }, Parse(part) } } },
    };

    private async Task<int> InputTokensAsync(string part)
    {
        using var response = await PostPartAsync(Plain, part);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return json.RootElement.GetProperty("usage").GetProperty("input_tokens").GetInt32();
    }

    private async Task<string> UploadAsync(string content) =>
        (await UploadedAsync("a.pdf", Encoding.ASCII.GetBytes(content), "user_data")).GetProperty("id").GetString()!;

    private static JsonElement Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
