using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text.Json;

namespace TypedLlm.Simulator.Tests;

public sealed class HttpFaultTests : SimulatorTest
{
    public static TheoryData<string, int, string?, string?> Errors => new()
    {
        { nameof(Faults.RateLimited), 429, "tokens", "rate_limit_exceeded" },
        { nameof(Faults.InsufficientQuota), 429, "insufficient_quota", "insufficient_quota" },
        { nameof(Faults.RequestTooLarge), 429, "tokens", "rate_limit_exceeded" },
        { nameof(Faults.ServerError), 500, "server_error", "server_error" },
        { nameof(Faults.Unavailable), 503, "server_error", "server_error" },
        { nameof(Faults.SlowDown), 503, "server_error", "server_error" },
        { nameof(Faults.Overloaded), 529, "server_error", "server_error" },
        { nameof(Faults.InvalidKey), 401, "invalid_request_error", "invalid_api_key" },
        { nameof(Faults.Forbidden), 403, "request_forbidden", "unsupported_country_region_territory" },
        { nameof(Faults.ModelNotFound), 404, "invalid_request_error", "model_not_found" },
        { nameof(Faults.Gone), 410, "invalid_request_error", "model_deprecated" },
        { nameof(Faults.ContextLengthExceeded), 400, "invalid_request_error", "context_length_exceeded" },
        { nameof(Faults.ContentPolicyViolation), 400, "invalid_request_error", "content_policy_violation" },
        { nameof(Faults.UnsupportedParameter), 400, "invalid_request_error", "unsupported_parameter" },
        { nameof(Faults.StreamNotAllowed), 400, "invalid_request_error", "unsupported_value" },
    };

    [Theory]
    [MemberData(nameof(Errors))]
    public async Task An_error_has_the_status_type_and_code_of_the_service(string fault, int status, string? type, string? code)
    {
        Simulator.Scripts.For(Plain).Always(fault switch
        {
            nameof(Faults.RateLimited) => Faults.RateLimited(),
            nameof(Faults.InsufficientQuota) => Faults.InsufficientQuota(),
            nameof(Faults.RequestTooLarge) => Faults.RequestTooLarge(),
            nameof(Faults.ServerError) => Faults.ServerError(),
            nameof(Faults.Unavailable) => Faults.Unavailable(),
            nameof(Faults.SlowDown) => Faults.SlowDown(),
            nameof(Faults.Overloaded) => Faults.Overloaded(),
            nameof(Faults.InvalidKey) => Faults.InvalidKey(),
            nameof(Faults.Forbidden) => Faults.Forbidden(),
            nameof(Faults.ModelNotFound) => Faults.ModelNotFound(Plain),
            nameof(Faults.Gone) => Faults.Gone(Plain),
            nameof(Faults.ContextLengthExceeded) => Faults.ContextLengthExceeded(),
            nameof(Faults.ContentPolicyViolation) => Faults.ContentPolicyViolation(),
            nameof(Faults.UnsupportedParameter) => Faults.UnsupportedParameter("temperature"),
            _ => Faults.StreamNotAllowed(),
        });

        using var response = await PostAsync(Request(Plain, stream: true));

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("application/json", response.Content.Headers.ContentType?.ToString());
        Assert.True(response.Headers.Contains("x-request-id"));
        var error = await ErrorAsync(response);
        Assert.Equal(["code", "message", "param", "type"], error.EnumerateObject().Select(property => property.Name).Order());
        Assert.Equal(type, error.GetProperty("type").GetString());
        Assert.Equal(code, error.GetProperty("code").GetString());
    }

    [Fact]
    public async Task Retry_after_comes_in_every_form()
    {
        Clock.Advance(TimeSpan.FromMilliseconds(300));
        Simulator.Scripts.For(Plain)
            .On(1, Faults.RateLimited(TimeSpan.FromSeconds(1.5)))
            .On(2, Faults.RateLimitedUntil(TimeSpan.FromSeconds(10)))
            .On(3, Faults.RateLimitedMilliseconds(TimeSpan.FromMilliseconds(300)))
            .On(4, Faults.RateLimited())
            .On(5, Faults.RateLimitedShouldRetry(false));

        async Task<string?> HeaderAsync(string name)
        {
            using var response = await PostAsync(Request(Plain));
            Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode);
            return response.Headers.TryGetValues(name, out var values) ? values.Single() : null;
        }

        Assert.Equal("2", await HeaderAsync("retry-after"));
        var date = DateTimeOffset.ParseExact((await HeaderAsync("retry-after"))!, "R", CultureInfo.InvariantCulture);
        Assert.Equal(Clock.Start.AddSeconds(11), date);
        Assert.Equal("300", await HeaderAsync("retry-after-ms"));
        Assert.Null(await HeaderAsync("retry-after"));
        Assert.Equal("false", await HeaderAsync("x-should-retry"));
    }

    [Fact]
    public async Task A_proxy_answers_with_pages()
    {
        Simulator.Scripts.For(Plain).On(1, Faults.BadGateway()).On(2, Faults.GatewayTimeout()).On(3, Faults.HtmlInsteadOfAnswer());

        foreach (var status in new[] { 502, 504, 200 })
        {
            using var response = await PostAsync(Request(Plain));
            Assert.Equal(status, (int)response.StatusCode);
            Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
            Assert.StartsWith("<!DOCTYPE html>", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_error_may_have_no_body()
    {
        Simulator.Scripts.For(Plain).Always(Faults.Unavailable(withBody: false));

        using var response = await PostAsync(Request(Plain));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task A_redirect_names_another_host()
    {
        Simulator.Scripts.For(Plain).Always(Faults.Redirect(new Uri("http://example.invalid/v1/responses")));

        using var response = await PostAsync(Request(Plain));

        Assert.Equal(HttpStatusCode.Found, response.StatusCode);
        Assert.Equal("http://example.invalid/v1/responses", response.Headers.Location?.AbsoluteUri);
    }

    [Fact]
    public async Task A_body_can_be_of_any_size()
    {
        Simulator.Scripts.For(Plain).Always(Faults.OversizeBody(3_000_001));

        using var response = await PostAsync(Request(Plain));

        Assert.Equal(3_000_001, (await response.Content.ReadAsByteArrayAsync()).Length);
    }

    [Fact]
    public async Task A_gzip_bomb_is_small_on_the_wire()
    {
        Simulator.Scripts.For(Plain).Always(Faults.GzipBomb(5_000_000));

        using var response = await PostAsync(Request(Plain));
        var compressed = await response.Content.ReadAsByteArrayAsync();

        Assert.Contains("gzip", response.Content.Headers.ContentEncoding);
        Assert.True(compressed.Length < 50_000, $"{compressed.Length} bytes");
        using var plain = new MemoryStream();
        await using var gzip = new GZipStream(new MemoryStream(compressed), CompressionMode.Decompress);
        await gzip.CopyToAsync(plain);
        Assert.Equal(5_000_000, plain.Length);
    }

    [Fact]
    public async Task A_scripted_answer_needs_no_valid_request()
    {
        Simulator.Scripts.For("gpt-5.3-chat-latest").Always(Faults.ServerError());

        using var response = await PostAsync(Request("gpt-5.3-chat-latest"));

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
    }

    [Fact]
    public async Task Success_comes_on_the_third_try()
    {
        Simulator.Scripts.For(Plain).First(2, Faults.Unavailable());

        using var first = await PostAsync(Request(Plain));
        using var second = await PostAsync(Request(Plain));
        using var third = await PostAsync(Request(Plain));

        Assert.Equal([503, 503, 200], new[] { first, second, third }.Select(response => (int)response.StatusCode));
        Assert.Equal(JsonValueKind.String, (await AskAsync(Request(Plain))).GetProperty("id").ValueKind);
    }
}
