using System.Text.RegularExpressions;
using TypedLlm.Resilience;
using TypedLlm.Tool.Service;

namespace TypedLlm.Tool.Probes;

/// <summary>Says for people what an answer was. Nothing of the service's text comes through but its codes, since it may quote keys and requests.</summary>
internal static partial class FailureWords
{
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
            Scopes(error.Message),
        ];
        return string.Join(", ", facts.Where(static fact => fact is not null));
    }

    /// <summary>What made a request fail for good.</summary>
    public static string Of(LlmFailureKind kind, ServiceReply reply) => $"{FailureText.What(kind)} ({Facts(reply)})";

    /// <summary>An answer that is neither a recorded success nor a recorded refusal.</summary>
    public static string NotRecorded(ServiceReply reply, TimeProvider time) => reply.Status switch
    {
        404 => $"nothing answers there ({Facts(reply)}): the server may not offer this call",
        >= 300 and < 400 => $"the address answers with a redirect ({reply.Status}); set the one it leads to",
        _ => $"{FailureText.What(FailureClassifier.Classify(reply.ToFailure(time)).Kind)} for a reason that is not known of this ({Facts(reply)})",
    };

    public static string NotJson(ServiceReply reply) => $"the answer is not the JSON that the service documents ({Facts(reply)})";

    // Names of fields, with indexes: input[0].content[1].type.
    private static string? Param(string? param) => ServiceWord.OrNull(param?.Replace('[', '.').Replace("]", "", StringComparison.Ordinal));

    private static string? Scopes(string? message) =>
        message is not null && ScopePattern().Match(message) is { Success: true } scopes ? $"missing scope {scopes.Groups[1].Value}" : null;

    [GeneratedRegex(@"Missing scopes: (api(?:\.[a-z]{1,20}){1,4})")]
    private static partial Regex ScopePattern();
}
