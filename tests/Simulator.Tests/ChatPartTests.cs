using System.Net;
using System.Text;
using System.Text.Json;

namespace TypedLlm.Simulator.Tests;

public sealed class ChatPartTests : SimulatorTest
{
    private const string Pdf = "data:application/pdf;base64,JVBERi0xLjQKL1R5cGUgL1BhZ2Ug";
    private const string Expected = "Expected a base64-encoded data URL with an application/pdf MIME type (e.g. 'data:application/pdf;base64,SGVsbG8sIFdvcmxkIQ=='), but got";

    [Theory]
    [InlineData($$$"""{"type":"file","file":{"filename":"a.pdf","file_data":"{{{Pdf}}}"}}""")]
    [InlineData("""{"type":"image_url","image_url":{"url":"data:image/png;base64,aW1nIGJ5dGVzIGhlcmU=","detail":"low"}}""")]
    [InlineData("""{"type":"image_url","image_url":{"url":"https://example.com/a.png"}}""")]
    public async Task A_part_that_the_service_takes_is_taken(string part)
    {
        using var response = await PostPartAsync(Plain, part);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("""{"type":"file","file":{"filename":"a.pdf","file_data":"JVBERi0xLjQK"}}""", "invalid_value", "messages[0].content[1].file.file_data", $"Invalid file data: 'messages[0].content[1].file.file_data'. {Expected} an invalid base64-encoded value.")]
    [InlineData("""{"type":"file","file":{"filename":"a.txt","file_data":"data:text/plain;base64,SGVsbG8="}}""", "invalid_value", "messages[0].content[1].file.file_data", $"Invalid file data: 'messages[0].content[1].file.file_data'. {Expected} unsupported MIME type 'text/plain'.")]
    [InlineData($$$"""{"type":"file","file":{"file_name":"a.pdf","file_data":"{{{Pdf}}}"}}""", "missing_required_parameter", "messages[0].content[1].file.file_id", "Missing required parameter: 'messages[0].content[1].file.file_id'.")]
    [InlineData("""{"type":"file"}""", "missing_required_parameter", "messages[0].content[1].file", "Missing required parameter: 'messages[0].content[1].file'.")]
    [InlineData($$$"""{"type":"image_url","image_url":{"url":"{{{Pdf}}}"}}""", "invalid_image_format", null, "Invalid MIME type. Only image types are supported.")]
    [InlineData("""{"type":"image_url","image_url":{"url":"a.png"}}""", "invalid_value", "messages[0].content[1].image_url.url", "Invalid 'messages[0].content[1].image_url.url'. Expected a valid URL, but got a value with an invalid format.")]
    public async Task A_part_that_the_service_refuses_is_refused(string part, string code, string? param, string message)
    {
        using var response = await PostPartAsync(Plain, part);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        await AssertErrorAsync(response, code, param, message);
    }

    [Fact]
    public async Task An_uploaded_file_is_read_until_it_is_deleted()
    {
        var id = (await UploadedAsync("a.pdf", Encoding.ASCII.GetBytes("%PDF-1.4"), "user_data")).GetProperty("id").GetString();
        var part = $$$"""{"type":"file","file":{"file_id":"{{{id}}}"}}""";
        using var read = await PostPartAsync(Plain, part);
        using var deleted = await Http.DeleteAsync(new Uri($"files/{id}", UriKind.Relative));
        using var gone = await PostPartAsync(Plain, part);

        Assert.Equal(HttpStatusCode.OK, read.StatusCode);
        using var body = JsonDocument.Parse(await read.Content.ReadAsStringAsync());
        Assert.True(body.RootElement.GetProperty("usage").GetProperty("prompt_tokens").GetInt32() > 1_000, "A page counts.");
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Fact]
    public async Task An_account_may_lack_files_and_images()
    {
        Options.Account = new() { WithoutPdf = [Plain], WithoutImages = [Plain] };

        using var file = await PostPartAsync(Plain, $$$"""{"type":"file","file":{"filename":"a.pdf","file_data":"{{{Pdf}}}"}}""");
        using var image = await PostPartAsync(Plain, """{"type":"image_url","image_url":{"url":"https://example.com/a.png"}}""");

        await AssertErrorAsync(file, "invalid_value", "messages[0].content[1].type", "Invalid Value: 'file'. This model does not support file content types.");
        await AssertErrorAsync(image, null, "messages[0].content[1].type", "Invalid content type. image_url is only supported by certain models.");
    }

    private Task<HttpResponseMessage> PostPartAsync(string model, string part)
    {
        using var parsed = JsonDocument.Parse(part);
        return PostToAsync("chat/completions", new
        {
            model,
            messages = new[] { new { role = "user", content = new object[] { new { type = "text", text = "What is this?" }, parsed.RootElement.Clone() } } },
        });
    }

    private static async Task AssertErrorAsync(HttpResponseMessage response, string? code, string? param, string message)
    {
        var error = await ErrorAsync(response);
        Assert.Equal(message, error.GetProperty("message").GetString());
        Assert.Equal(code, error.GetProperty("code").GetString());
        Assert.Equal(param, error.GetProperty("param").GetString());
    }
}
