using TypedLlm.Locks;

namespace TypedLlm.Catalog.Tests;

public sealed class ModelLockTests
{
    private const string Two = """
        {
          "version": 1,
          "environments": {
            "production": {
              "checked": "2026-11-20",
              "models": {
                "both": { "access": false, "refused": [ { "endpoint": "responses", "feature": "streaming", "use": "background" } ] },
                "one": { "access": false, "refused": [ { "endpoint": "responses", "feature": "streaming" } ] },
                "open": { "access": true }
              }
            },
            "test": {
              "checked": "2026-11-10",
              "models": {
                "both": { "access": false, "refused": [ { "endpoint": "responses", "feature": "streaming" } ] },
                "one": { "access": true, "refused": [ { "endpoint": "chat", "feature": "streaming" } ] }
              }
            }
          }
        }
        """;

    [Theory]
    [InlineData(null, "both", true)]
    [InlineData(null, "one", false)]
    [InlineData(" ", "one", false)]
    [InlineData("production", "one", true)]
    [InlineData(" Production ", "one", true)]
    [InlineData("test", "one", false)]
    [InlineData("production", "open", false)]
    [InlineData("production", "unlisted", false)]
    public void Several_environments_must_agree(string? environment, string id, bool isClosed)
    {
        var seen = Of(Two, environment);

        Assert.Equal(isClosed, seen.HasNoAccess(id));
        Assert.Equal(isClosed, seen.Refusal(id, "responses", "streaming") is not null);
        Assert.Null(seen.Refusal(id, "responses", "pdf"));
    }

    [Fact]
    public void What_works_instead_is_told() => Assert.Equal("background", Of(Two, null).Refusal("both", "responses", "streaming")?.Use);

    [Theory]
    [InlineData(null, "2026-11-10", "'production' and 'test'")]
    [InlineData("production", "2026-11-20", "'production'")]
    public void The_day_is_that_of_the_environment_seen_first(string? environment, string date, string names)
    {
        Assert.Equal(date, Of(Two, environment).Checked.ToString());
        Assert.Equal(names, Of(Two, environment).Names);
    }

    [Fact]
    public void A_day_that_is_not_said_is_unknown()
    {
        Assert.Null(Of("""{ "version": 1, "environments": { "a": { "checked": "2026-11-20" }, "b": {} } }""", null).Checked);
        Assert.Null(ModelLock.None.Checked);
    }

    [Fact]
    public void An_absent_environment_says_nothing_and_is_a_problem()
    {
        var seen = ModelLock.Of(LockReader.Read(Two).File, "staging", out var problem);

        Assert.False(seen.HasNoAccess("both"));
        Assert.Null(seen.Checked);
        Assert.Equal("(3,3): The project is built for environment 'staging', which is not here; known: 'production', 'test'.", problem?.ToString());
    }

    [Fact]
    public void A_file_that_is_not_read_has_no_second_problem()
    {
        ModelLock.Of(LockReader.Read("{").File, "production", out var problem);

        Assert.Null(problem);
    }

    private static ModelLock Of(string json, string? environment)
    {
        var seen = ModelLock.Of(LockReader.Read(json).File, environment, out var problem);
        Assert.Null(problem);
        return seen;
    }
}
