using System.Text.RegularExpressions;
using TypedLlm.Resilience;
using TypedLlm.Tool.Service;

namespace TypedLlm.Tool.Probes;

/// <summary>Says for people what an answer was. Nothing of the service's text comes through but its codes, since it may quote keys and requests.</summary>
internal static partial class FailureWords
{
    /// <summary>What the reason of something that was not tried begins with.</summary>
    public const string NotTried = "not tried: ";

    /// <summary>Status, code and param: <c>400, unsupported_value, param stream</c>.</summary>
    public static string Facts(ServiceReply reply)
    {
        var error = reply.Error;
        string?[] facts =
        [
            $"{reply.Status}",
            ServiceWord.OrNull(error.Code ?? error.Type),
            Param(error.Param) is { } param ? $"param {param}" : null,
            reply.Body.Length == 0 ? "no body" : reply.ContentType is "application/json" ? null : ServiceWord.OrNull(reply.ContentType),
        ];
        return string.Join(", ", facts.Where(static fact => fact is not null));
    }

    /// <summary>The scope that the key lacks, or else the facts.</summary>
    public static string Why(ServiceReply reply) => MissingScope(reply) ?? Facts(reply);

    /// <summary>What made a request fail for good.</summary>
    public static string Of(LlmFailureKind kind, ServiceReply reply) => MissingScope(reply) ?? $"{FailureText.What(kind)} ({Facts(reply)})";

    /// <summary>An answer that is neither a recorded success nor a recorded refusal.</summary>
    public static string NotRecorded(ServiceReply reply, TimeProvider time) => MissingScope(reply) ?? reply.Status switch
    {
        404 => $"nothing answers there ({Facts(reply)}): the server may not offer this call",
        >= 300 and < 400 => $"the address answers with a redirect ({reply.Status}); set the one it leads to",
        _ => $"{FailureText.What(FailureClassifier.Classify(reply.ToFailure(time)).Kind)} ({Facts(reply)}), which is no recorded refusal of this",
    };

    public static string NotJson(ServiceReply reply) => $"the answer is not the JSON that the service documents ({Facts(reply)})";

    // Names of fields, with indexes: input[0].content[1].type.
    private static string? Param(string? param) => ServiceWord.OrNull(param?.Replace('[', '.').Replace("]", "", StringComparison.Ordinal));

    private static string? MissingScope(ServiceReply reply) => reply.Error.Message is { } message && ScopePattern().Match(message) is { Success: true } scopes
        ? $"the key lacks the scope {scopes.Groups[1].Value} ({reply.Status})"
        : null;

    [GeneratedRegex(@"Missing scopes: (api(?:\.[a-z]{1,20}){1,4})")]
    private static partial Regex ScopePattern();
}
