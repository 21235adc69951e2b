using System.Text.Json;

namespace TypedLlm.Tool.Tests.Reports;

/// <summary>What SARIF 2.1.0 requires of the objects that reports have: members, their kinds, and words of closed lists.</summary>
internal static class SarifSpecification
{
    private static readonly string[] Levels = ["none", "note", "warning", "error"];

    public static IReadOnlyList<string> Problems(JsonElement log)
    {
        var problems = new List<string>();
        Need(log, "log", "version", JsonValueKind.String, problems);
        if (log.GetProperty("version").GetString() != "2.1.0" || !Uri.IsWellFormedUriString(log.GetProperty("$schema").GetString(), UriKind.Absolute))
        {
            problems.Add("version and $schema");
        }

        foreach (var run in Items(log, "log", "runs", problems))
        {
            var driver = run.GetProperty("tool").GetProperty("driver");
            Need(driver, "driver", "name", JsonValueKind.String, problems);
            var rules = Items(driver, "driver", "rules", problems);
            foreach (var rule in rules)
            {
                Need(rule, "rule", "id", JsonValueKind.String, problems);
                Text(rule.GetProperty("shortDescription"), problems);
                Level(rule.GetProperty("defaultConfiguration"), problems);
            }

            foreach (var invocation in Items(run, "run", "invocations", problems))
            {
                if (invocation.GetProperty("executionSuccessful").ValueKind is not (JsonValueKind.True or JsonValueKind.False))
                {
                    problems.Add("executionSuccessful");
                }

                foreach (var notification in Items(invocation, "invocation", "toolExecutionNotifications", problems))
                {
                    Text(notification.GetProperty("message"), problems);
                    Level(notification, problems);
                }
            }

            foreach (var result in Items(run, "run", "results", problems))
            {
                Text(result.GetProperty("message"), problems);
                Level(result, problems);
                if (rules[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString() != result.GetProperty("ruleId").GetString())
                {
                    problems.Add("ruleIndex");
                }

                foreach (var location in Items(result, "result", "locations", problems))
                {
                    if (!Uri.IsWellFormedUriString(location.GetProperty("physicalLocation").GetProperty("artifactLocation").GetProperty("uri").GetString(), UriKind.RelativeOrAbsolute))
                    {
                        problems.Add("uri");
                    }
                }
            }
        }

        return problems;
    }

    private static void Text(JsonElement message, List<string> problems) => Need(message, "message", "text", JsonValueKind.String, problems);

    private static void Level(JsonElement leveled, List<string> problems)
    {
        if (!Levels.Contains(leveled.GetProperty("level").GetString()))
        {
            problems.Add("level");
        }
    }

    private static IReadOnlyList<JsonElement> Items(JsonElement owner, string name, string member, List<string> problems)
    {
        Need(owner, name, member, JsonValueKind.Array, problems);
        return [.. owner.GetProperty(member).EnumerateArray()];
    }

    private static void Need(JsonElement owner, string name, string member, JsonValueKind kind, List<string> problems)
    {
        if (!owner.TryGetProperty(member, out var value) || value.ValueKind != kind)
        {
            problems.Add($"{name}.{member}");
        }
    }
}
