using System.Text.RegularExpressions;
using TypedLlm.TestKit;

namespace TypedLlm.Docs.Tests;

public sealed partial class LinkTests
{
    public static TheoryData<string> AllPages() => new(Pages.All());

    [Theory]
    [MemberData(nameof(AllPages))]
    public void Relative_links_lead_to_a_file(string page)
    {
        var folder = Path.GetDirectoryName(Path.Combine(RepositoryFiles.Root, page))!;
        foreach (Match link in RelativeLink().Matches(Pages.Read(page)))
        {
            var target = Path.Combine(folder, link.Groups["target"].Value);
            Assert.True(Path.Exists(target), $"{page} links to {link.Groups["target"].Value}, which does not exist.");
        }
    }

    [GeneratedRegex(@"\]\((?!https?:|#)(?<target>[^)#\s]+)")]
    private static partial Regex RelativeLink();
}
