using TypedLlm.Tool.Cli;
using TypedLlm.Tool.Descriptors;
using TypedLlm.Tool.Tests.Support;
using TypedLlm.Tool.Workspaces;

namespace TypedLlm.Tool.Tests.Workspaces;

public sealed class WorkspaceReaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Endpoints_are_read_from_the_metadata_of_an_assembly()
    {
        var path = new ConsumerAssembly { Source = Desk.Source }.Build(_folder);

        var workspace = WorkspaceReader.Read([path], app: null);

        var endpoint = Assert.Single(Assert.Single(workspace.Assemblies).Endpoints);
        Assert.Equal("Shop.ISupportDesk", endpoint.Name);
        Assert.Equal("Shop.SupportDeskEndpoint", endpoint.Client);
        var method = Assert.Single(endpoint.Methods);
        Assert.Equal("Shop.ISupportDesk.AnswerAsync", method.FullName);
        Assert.Equal(ReturnKind.Stream, method.Returns);
        Assert.Equal(["gpt-5.4", "gpt-5.6-sol"], method.Method.Chain);
        Assert.Equal(["company:string:value", "question:string:value", "ct:System.Threading.CancellationToken:cancellationToken"],
            method.Parameters.Select(parameter => $"{parameter.Name}:{parameter.Type}:{parameter.Role}"));
        Assert.Equal([new(PromptPartKind.Literal, "You answer for "), new(PromptPartKind.Value, "company"), new(PromptPartKind.Literal, ". Be brief.")],
            method.Instructions);
        Assert.Equal([new(PromptPartKind.Literal, "Answer this customer: "), new(PromptPartKind.Value, "question")], method.Prompt);
        Assert.Null(workspace.App);
    }

    [Fact]
    public void The_app_of_a_folder_is_the_assembly_with_an_entry_point_and_its_catalog_counts_first()
    {
        new ConsumerAssembly { Source = Desk.Source, Catalog = """{ "aliases": { "mine": "gpt-5.4" } }""" }.Build(_folder);
        new ConsumerAssembly { Name = "Host", IsApp = true, Source = "", Catalog = """{ "aliases": { "mine": "gpt-6-luna" } }""" }.Build(_folder);

        var workspace = WorkspaceReader.Read([_folder.FullPath], app: null);

        Assert.Equal("Host", workspace.App?.Name);
        Assert.Equal("gpt-6-luna", workspace.CatalogOf(Assert.Single(workspace.Assemblies), TestEnvironments.Of()).Resolve("mine").Id);
    }

    [Fact]
    public void An_app_beside_a_named_library_is_said_not_to_count()
    {
        var library = new ConsumerAssembly { Source = Desk.Source }.Build(_folder);
        var app = new ConsumerAssembly { Name = "Host", IsApp = true, Source = "" }.Build(_folder);

        Assert.Contains("whose settings and catalog file do not count", Assert.Single(WorkspaceReader.Read([library], app: null).Notes), StringComparison.Ordinal);
        Assert.Empty(WorkspaceReader.Read([library], app).Notes);
        Assert.Empty(WorkspaceReader.Read([_folder.FullPath], app: null).Notes);
    }

    [Fact]
    public void Another_build_of_the_same_assembly_is_said_to_be_left_out()
    {
        using var second = new TemporaryFolder();
        using var copy = new TemporaryFolder();
        var path = new ConsumerAssembly { Source = Desk.Source }.Build(_folder);
        var other = new ConsumerAssembly { Source = Desk.Source.Replace("Be brief", "Be kind", StringComparison.Ordinal) }.Build(second);
        File.Copy(path, copy.File("Shop.dll"));

        Assert.Contains($"{other} is another build than {path}", Assert.Single(WorkspaceReader.Read([path, other], app: null).Notes), StringComparison.Ordinal);
        Assert.Empty(WorkspaceReader.Read([path, copy.FullPath], app: null).Notes);
    }

    [Theory]
    [InlineData("Host.exe", "Host.dll: the other only starts it")]
    [InlineData("Host", "Host.dll: the other only starts it")]
    [InlineData("Single.exe", "published as a single file cannot be read")]
    public void What_only_starts_an_app_names_the_assembly(string name, string advice)
    {
        new ConsumerAssembly { Name = "Host", IsApp = true, Source = Desk.Source }.Build(_folder);
        _folder.Write(name, "MZ");

        var exception = Assert.Throws<ToolException>(() => WorkspaceReader.Read([_folder.File(name)], app: null));

        Assert.Contains(advice, exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nowhere", "nowhere does not exist. Build first")]
    [InlineData("text.dll", "text.dll is no .NET assembly")]
    [InlineData("", "holds no endpoints: no assembly there has descriptors")]
    public void A_path_without_endpoints_says_why(string name, string reason)
    {
        _folder.Write("text.dll", "not an assembly");

        var exception = Assert.Throws<ToolException>(() => WorkspaceReader.Read([_folder.File(name)], app: null));

        Assert.Contains(reason, exception.Message, StringComparison.Ordinal);
    }
}
