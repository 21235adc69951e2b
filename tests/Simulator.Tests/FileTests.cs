using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace TypedLlm.Simulator.Tests;

public sealed class FileTests : SimulatorTest
{
    private const string Line = """{"custom_id":"row-1","method":"POST","url":"/v1/responses","body":{}}""";

    [Fact]
    public async Task An_upload_is_a_file_that_can_be_read_listed_downloaded_and_deleted()
    {
        byte[] bytes = [0x25, 0x50, 0x44, 0x46, 0xff, 0x00, 0xc3];
        var file = await UploadedAsync("a.pdf", bytes, "user_data");
        var id = file.GetProperty("id").GetString()!;

        Assert.StartsWith("file-", id, StringComparison.Ordinal);
        Assert.Equal("file", file.GetProperty("object").GetString());
        Assert.Equal(("a.pdf", "user_data", "processed", 7), (
            file.GetProperty("filename").GetString(), file.GetProperty("purpose").GetString(),
            file.GetProperty("status").GetString(), file.GetProperty("bytes").GetInt32()));
        Assert.Equal(Clock.Start.ToUnixTimeSeconds(), file.GetProperty("created_at").GetInt64());
        Assert.Equal(JsonValueKind.Null, file.GetProperty("expires_at").ValueKind);
        Assert.Equal(JsonValueKind.Null, file.GetProperty("status_details").ValueKind);

        Assert.Equal(file.GetRawText(), (await ReadAsync($"files/{id}")).GetRawText());
        Assert.Equal(bytes, await Http.GetByteArrayAsync(new Uri($"files/{id}/content", UriKind.Relative)));
        Assert.Equal(id, Assert.Single((await ReadAsync("files")).GetProperty("data").EnumerateArray()).GetProperty("id").GetString());

        using var deleted = await Http.DeleteAsync(new Uri($"files/{id}", UriKind.Relative));
        Assert.Equal($$"""{"id":"{{id}}","object":"file","deleted":true}""", await deleted.Content.ReadAsStringAsync());
        Assert.Empty((await ReadAsync("files")).GetProperty("data").EnumerateArray());
    }

    [Theory]
    [InlineData("GET", "files/file-x")]
    [InlineData("GET", "files/file-x/content")]
    [InlineData("DELETE", "files/file-x")]
    public async Task A_file_that_is_not_there_is_an_error_that_comes_twice(string method, string path)
    {
        using var response = await Http.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        var body = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(
            """{"message":"No such File object: file-x","type":"invalid_request_error","param":"id","code":null}""",
            body.GetProperty("error").GetRawText());
        Assert.Equal(body.GetProperty("error").GetRawText(), body.GetProperty("detail").GetRawText());
    }

    [Fact]
    public async Task Files_of_batches_expire_after_thirty_days_and_others_when_they_are_asked_to()
    {
        var batch = await UploadedAsync("in.jsonl", Encoding.UTF8.GetBytes(Line), "batch");
        var brief = await UploadedAsync("a.txt", "x"u8.ToArray(), "user_data", ("expires_after[anchor]", "created_at"), ("expires_after[seconds]", "3600"));

        Assert.Equal(Clock.Start.AddDays(30).ToUnixTimeSeconds(), batch.GetProperty("expires_at").GetInt64());
        Assert.Equal(Clock.Start.AddHours(1).ToUnixTimeSeconds(), brief.GetProperty("expires_at").GetInt64());

        Clock.Advance(TimeSpan.FromHours(1));
        using var gone = await Http.GetAsync(new Uri($"files/{brief.GetProperty("id").GetString()}/content", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        Assert.Single((await ReadAsync("files")).GetProperty("data").EnumerateArray());
    }

    [Theory]
    [InlineData("in.json", Line)]
    [InlineData("in.jsonl", "")]
    [InlineData("in.jsonl", "{\"custom_id\":\n")]
    [InlineData("in.jsonl", "[1]\n")]
    [InlineData("in.jsonl", "id,text\n1,a\n")]
    public async Task What_is_no_jsonl_is_refused_for_batches(string filename, string content)
    {
        using var response = await UploadAsync(filename, Encoding.UTF8.GetBytes(content), "batch");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("Invalid file format for Batch API. Must be .jsonl", (await ErrorAsync(response)).GetProperty("message").GetString());
    }

    [Fact]
    public async Task Only_the_first_line_is_judged_at_the_upload()
    {
        await UploadedAsync("in.jsonl", Encoding.UTF8.GetBytes($"{{}}\nno json\n{Line}"), "batch");
        await UploadedAsync("in.jsonl", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Line)], "batch");

        Assert.Equal(2, (await ReadAsync("files?purpose=batch")).GetProperty("data").GetArrayLength());
    }

    [Theory]
    [InlineData("purpose=poetry", "'poetry' is not one of ['fine-tune', 'assistants', 'batch', 'user_data', 'vision', 'evals'] - 'purpose'")]
    [InlineData("", "Missing required parameter: 'purpose'.")]
    [InlineData("purpose=user_data&expires_after[seconds]=3600", "Missing required parameter: 'expires_after[anchor]'.")]
    [InlineData("purpose=user_data&expires_after[anchor]=created_at", "Missing required parameter: 'expires_after[seconds]'.")]
    [InlineData("purpose=user_data&expires_after[anchor]=now&expires_after[seconds]=3600", "Invalid value: 'now'. Supported values are: 'created_at'.")]
    [InlineData("purpose=user_data&expires_after[anchor]=created_at&expires_after[seconds]=60",
        "Invalid 'expires_after[seconds]': integer below minimum value. Expected a value >= 3600, but got 60 instead.")]
    [InlineData("purpose=user_data&expires_after[anchor]=created_at&expires_after[seconds]=long",
        "Invalid type for 'expires_after[seconds]': expected an integer, but got a string instead.")]
    public async Task A_wrong_form_is_refused(string fields, string message)
    {
        using var form = Form("a.txt", "x"u8.ToArray());
        foreach (var field in fields.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var at = field.IndexOf('=', StringComparison.Ordinal);
            form.Add(new StringContent(field[(at + 1)..]), field[..at]);
        }

        using var response = await Http.PostAsync(new Uri("files", UriKind.Relative), form);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(message, (await ErrorAsync(response)).GetProperty("message").GetString());
    }

    [Fact]
    public async Task A_file_can_turn_out_to_be_wrong_after_it_was_taken()
    {
        Simulator.Scripts.ForCall("POST /v1/files").On(1, new ScriptedReply { File = new FileScript("error", "It cannot be read.") });

        var wrong = await UploadedAsync("a.pdf", "x"u8.ToArray(), "user_data");
        var right = await UploadedAsync("a.pdf", "x"u8.ToArray(), "user_data");

        Assert.Equal(("error", "It cannot be read."), (wrong.GetProperty("status").GetString(), wrong.GetProperty("status_details").GetString()));
        Assert.Equal("processed", right.GetProperty("status").GetString());
    }

    [Fact]
    public async Task A_body_that_is_no_form_is_refused()
    {
        using var json = await Http.PostAsJsonAsync(new Uri("files", UriKind.Relative), new { purpose = "batch" });
        using var broken = new StringContent("no part", Encoding.UTF8);
        broken.Headers.ContentType = new("multipart/form-data") { Parameters = { new("boundary", "b") } };
        using var malformed = await Http.PostAsync(new Uri("files", UriKind.Relative), broken);

        Assert.Equal(HttpStatusCode.BadRequest, json.StatusCode);
        Assert.Contains("'multipart/form-data'", (await ErrorAsync(json)).GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, malformed.StatusCode);
    }

    [Fact]
    public async Task Lists_are_paged_and_filtered()
    {
        var ids = new List<string>();
        foreach (var purpose in (string[])["user_data", "vision", "user_data", "user_data"])
        {
            ids.Add((await UploadedAsync("a.txt", "x"u8.ToArray(), purpose)).GetProperty("id").GetString()!);
        }

        var first = await ReadAsync("files?purpose=user_data&limit=2");
        var second = await ReadAsync($"files?purpose=user_data&limit=2&after={first.GetProperty("last_id").GetString()}");
        var oldest = await ReadAsync("files?order=asc&limit=1");

        Assert.Equal([ids[3], ids[2]], Ids(first));
        Assert.True(first.GetProperty("has_more").GetBoolean());
        Assert.Equal([ids[0]], Ids(second));
        Assert.False(second.GetProperty("has_more").GetBoolean());
        Assert.Equal([ids[0]], Ids(oldest));
    }

    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=10001", "limit")]
    [InlineData("limit=some", "limit")]
    [InlineData("order=random", "order")]
    public async Task A_wrong_page_is_refused(string query, string param)
    {
        using var response = await Http.GetAsync(new Uri($"files?{query}", UriKind.Relative));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(param, (await ErrorAsync(response)).GetProperty("param").GetString());
    }

    [Fact]
    public async Task An_upload_of_bytes_is_logged_like_any_request()
    {
        await UploadedAsync("a.pdf", [0xff, 0xfe, 0x00, 0x80], "user_data");

        var request = await Simulator.Log.WaitForRequestAsync(1);
        Assert.Equal(200, (await Simulator.Log.WaitForClosedAsync(1)).Status);
        Assert.Equal(("POST", "/v1/files", null), (request.Method, request.Path, request.Model));
        Assert.Contains("user_data", request.Body, StringComparison.Ordinal);
        var served = await Http.GetFromJsonAsync<JsonElement>(new Uri(Simulator.BaseUrl, "/simulator/log"));
        Assert.Equal(request.Body, served[0].GetProperty("body").GetString());
    }

    private static IEnumerable<string> Ids(JsonElement page) => page.GetProperty("data").EnumerateArray().Select(file => file.GetProperty("id").GetString()!);
}
