using System.Text;
using TypedLlm.Locks;

namespace TypedLlm.Catalog.Tests;

/// <summary>Texts that nobody would write, from a fixed seed: each is read to an end, with problems inside the text.</summary>
public sealed class CatalogFuzzTests
{
    private const string Structure = "{}[]\":,\\ \n\r\t0129-+.eEtrufalsn\u2028\0ä";

    [Fact]
    public void Arbitrary_bytes()
    {
        var random = new Random(20261122);
        for (var i = 0; i < 5_000; i++)
        {
            var bytes = new byte[random.Next(200)];
            random.NextBytes(bytes);
            AssertRead(i % 2 == 0 ? Encoding.Latin1.GetString(bytes) : Encoding.UTF8.GetString(bytes));
        }
    }

    [Fact]
    public void Arbitrary_structure()
    {
        var random = new Random(53);
        for (var i = 0; i < 20_000; i++)
        {
            AssertRead(new string(random.GetItems(Structure.AsSpan(), random.Next(60))));
        }
    }

    [Fact]
    public void Every_prefix_of_a_complete_file()
    {
        for (var length = 0; length < CatalogReaderTests.Complete.Length; length++)
        {
            Assert.NotEmpty(AssertRead(CatalogReaderTests.Complete[..length]).Problems);
        }
    }

    [Fact]
    public void Mutations_of_a_complete_file()
    {
        var random = new Random(904);
        for (var i = 0; i < 5_000; i++)
        {
            var text = new StringBuilder(CatalogReaderTests.Complete);
            for (var changes = random.Next(1, 6); changes > 0; changes--)
            {
                Mutate(text, random);
            }

            AssertRead(text.ToString());
        }
    }

    // Each of these files is as long as a file may be, and made to be slow.
    [Fact]
    public void Files_that_are_made_to_be_slow_are_read_to_an_end()
    {
        static string Many(string format, int count) =>
            string.Join(',', Enumerable.Range(0, count).Select(i => string.Format(System.Globalization.CultureInfo.InvariantCulture, format, i, i + 1)));

        AssertRead($"{{ \"aliases\": {{ {Many("\"a{0}\":\"a{1}\"", 100_000)} }} }}");
        AssertRead($"{{ {Many("\"model{0}\":1", 100_000)} }}");
        AssertRead($"{{ \"deny\": [ {Many("\"gpt-5.4-mni{0}\"", 100_000)} ] }}");
        AssertLockRead($"{{ \"version\": 1, \"environments\": {{ {Many("\"e{0}\":{{\"modles\":1}}", 100_000)} }} }}");
    }

    [Fact]
    public void Values_of_one_field_under_another()
    {
        string[] values = ["null", "true", "1", "-0.0", "1e400", "\"x\"", "\"\"", "[]", "[[]]", "{}", "{\"id\":\"x\"}", "[null,1,\"a\",\"a\"]"];
        string[] names = ["asOf", "models", "aliases", "allow", "deny", "id", "shortNames", "snapshots", "released", "purpose", "efforts", "defaultEffort", "capabilities", "price", "replacement", "status", "temperature", "shutdownDate"];
        foreach (var name in names)
        {
            foreach (var value in values)
            {
                AssertRead($$"""{ "{{name}}": {{value}} }""");
                AssertRead($$"""{ "models": [ { "id": "a", "{{name}}": {{value}} } ] }""");
                AssertRead($$"""{ "models": [ { "id": "a", "capabilities": { "responses": {{value}} }, "price": { "input": {{value}} } } ] }""");
            }
        }
    }

    [Fact]
    public void Every_prefix_of_a_complete_lock_file()
    {
        for (var length = 0; length < LockReaderTests.Complete.Length; length++)
        {
            Assert.NotEmpty(AssertLockRead(LockReaderTests.Complete[..length]).Problems);
        }
    }

    [Fact]
    public void Mutations_of_a_complete_lock_file()
    {
        var random = new Random(902);
        for (var i = 0; i < 5_000; i++)
        {
            var text = new StringBuilder(LockReaderTests.Complete);
            for (var changes = random.Next(1, 6); changes > 0; changes--)
            {
                Mutate(text, random);
            }

            AssertLockRead(text.ToString());
        }
    }

    private static void Mutate(StringBuilder text, Random random)
    {
        var at = random.Next(text.Length);
        switch (random.Next(4))
        {
            case 0:
                text[at] = Structure[random.Next(Structure.Length)];
                break;
            case 1:
                text.Remove(at, Math.Min(random.Next(1, 20), text.Length - at));
                break;
            case 2:
                text.Insert(at, Structure[random.Next(Structure.Length)]);
                break;
            default:
                var start = random.Next(CatalogReaderTests.Complete.Length);
                text.Insert(at, CatalogReaderTests.Complete.AsSpan(start, Math.Min(random.Next(40), CatalogReaderTests.Complete.Length - start)));
                break;
        }
    }

    private static CatalogReadResult AssertRead(string text)
    {
        AssertLockRead(text);
        var result = CatalogReader.Read(text, BuiltInCatalog.Instance);
        AssertInside(result.Problems, text);

        // What was read has to serve as a catalog too.
        var catalog = BuiltInCatalog.Instance.With(result.File);
        AssertInside(UnknownNames.Find(result.File, catalog), text);
        foreach (var model in catalog.Models)
        {
            catalog.Resolve(model.Id);
            catalog.LiveReplacement(model, catalog.AsOf);
        }

        return result;
    }

    private static LockReadResult AssertLockRead(string text)
    {
        var result = LockReader.Read(text);
        AssertInside(result.Problems, text);
        foreach (var environment in (string?[])[null, "production", "x"])
        {
            var seen = ModelLock.Of(result.File, environment, out var problem);
            AssertInside(problem is null ? [] : [problem], text);
            seen.HasNoAccess("gpt-5.4");
            seen.Refusal("gpt-5.4", "chat", "batch");
        }

        JsonReader.ReadSettings(text);
        return result;
    }

    private static void AssertInside(IReadOnlyList<CatalogProblem> problems, string text)
    {
        foreach (var (position, message) in problems)
        {
            Assert.NotEmpty(message);
            Assert.InRange(position.Offset, 0, text.Length);
            Assert.InRange(position.Length, 0, text.Length - position.Offset);
            Assert.InRange(position.Column, 0, position.Offset);
        }
    }
}
