using System.Globalization;
using System.Reflection;

namespace TypedLlm.Catalog.Tests;

public sealed class LlmModelsTests
{
    private static readonly FieldInfo[] Constants = typeof(LlmModels).GetFields(BindingFlags.Public | BindingFlags.Static);

    [Fact]
    public void Constants_and_models_are_the_same()
    {
        Assert.All(Constants, constant => Assert.True(constant.IsLiteral, constant.Name));
        Assert.Equal(
            BuiltInCatalog.Instance.Models.Select(model => $"{NameOf(model.Id)} = {model.Id}").Order(StringComparer.Ordinal),
            Constants.Select(constant => $"{constant.Name} = {constant.GetRawConstantValue()}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void No_constant_is_obsolete() =>
        Assert.All(Constants, constant => Assert.Null(constant.GetCustomAttribute<ObsoleteAttribute>()));

    [Fact]
    public void Every_summary_states_the_facts_of_its_model()
    {
        var lines = Resources.Read("LlmModels.cs").Split('\n');
        foreach (var model in BuiltInCatalog.Instance.Models)
        {
            var summary = lines[Array.FindIndex(lines, line => line.EndsWith($"= \"{model.Id}\";", StringComparison.Ordinal)) - 1];
            Assert.Contains(
                string.Create(CultureInfo.InvariantCulture, $"{model.ContextWindow:N0} of context, {model.MaxOutputTokens:N0} of output"),
                summary,
                StringComparison.Ordinal);
            Assert.Equal(
                model.ShutdownDate is { } date ? $"{(model.Status == ModelStatus.ShutDown ? "Shut down" : "Shuts down")} on {date}" : "",
                Between(summary, "Shut", model.Replacement is null ? "." : ";"));
            Assert.Equal(model.Replacement?.Id ?? "", Between(summary, "replaced by ", ".<", " in ")["replaced by ".Length..]);
        }
    }

    private static string NameOf(string id) =>
        string.Concat(id.Replace(".", "", StringComparison.Ordinal).Split('-').Select(part => char.ToUpperInvariant(part[0]) + part[1..]));

    private static string Between(string text, string start, params string[] ends)
    {
        var at = text.IndexOf(start, StringComparison.Ordinal);
        if (at < 0)
        {
            return start.EndsWith(' ') ? start : "";
        }

        var end = ends.Select(end => text.IndexOf(end, at, StringComparison.Ordinal)).Where(index => index >= 0).Min();
        return text[at..end];
    }
}
