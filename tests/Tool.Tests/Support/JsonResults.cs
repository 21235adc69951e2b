using System.Text.Json;

namespace TypedLlm.Tool.Tests.Support;

/// <summary>Picks parts of what <c>verify --format json</c> writes.</summary>
internal static class JsonResults
{
    public static JsonElement Environment(this JsonElement report, string? name = null) =>
        report.GetProperty("environments").EnumerateArray().Single(environment => name is null || environment.Text("name") == name);

    /// <summary>The findings as <c>rule model</c>.</summary>
    public static IEnumerable<string> Findings(this JsonElement environment) =>
        environment.GetProperty("findings").EnumerateArray().Select(finding => $"{finding.Text("rule")} {finding.Text("model")}");

    public static string Message(this JsonElement environment, string rule) =>
        environment.GetProperty("findings").EnumerateArray().First(finding => finding.Text("rule") == rule).Text("message")!;

    /// <summary>What was not checked as <c>model what: reason</c>.</summary>
    public static IEnumerable<string> NotChecked(this JsonElement environment) =>
        environment.GetProperty("notChecked").EnumerateArray().Select(missing => $"{missing.Text("model")} {missing.Text("what")}: {missing.Text("reason")}");

    /// <summary>The models as <c>id access</c>.</summary>
    public static IEnumerable<string> Access(this JsonElement environment) =>
        environment.GetProperty("models").EnumerateArray().Select(model => $"{model.Text("id")} {model.GetProperty("access").GetRawText()}");

    /// <summary>What was tried as <c>id feature:endpoint verdict</c>.</summary>
    public static IEnumerable<string> Tried(this JsonElement environment) =>
        environment.GetProperty("models").EnumerateArray().SelectMany(model => model.GetProperty("tried").EnumerateArray().Select(tried =>
            $"{model.Text("id")} {tried.Text("feature")}:{tried.Text("endpoint")} {tried.Text("verdict")}"));

    public static string? Text(this JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetString() : null;
}
