using TypedLlm.Endpoints;

namespace TypedLlm.Generator.Tests;

/// <summary>No two classes of one name are emitted, whatever the order of the files is, and every class that can be is.</summary>
public sealed class ClassNameTests
{
    [Fact]
    public void Of_two_endpoints_the_first_in_the_order_of_their_names_keeps_the_class()
    {
        string[] sources = [Endpoint("IDesk"), Endpoint("Desk"), Sources.WithUsings("public class A { " + Code("IDesk") + " }"), Endpoint("IA_Desk"), Endpoint("IOther")];
        string[] expected = ["A.IDesk.g.cs", "Desk.g.cs", "IOther.g.cs", "TypedLlm.Endpoints.g.cs"];

        Assert.Equal(expected, Harness.Run(sources).Files.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(expected, Harness.Run([.. sources.Reverse()]).Files.Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("public class DeskEndpoint;")]
    [InlineData("namespace DeskEndpoint { public class Other; }")]
    public void A_name_of_the_users_is_left_alone(string other) => Assert.Empty(Harness.Run(Endpoint("IDesk"), Sources.WithUsings(other)).Files);

    [Theory]
    [InlineData("public class DeskEndpoint<T>;")]
    [InlineData("file class DeskEndpoint;")]
    [InlineData("namespace Shop { public class DeskEndpoint; }")]
    public void Types_that_may_have_the_name_too_hinder_nothing(string other) =>
        Assert.Contains("IDesk.g.cs", Harness.Run(Endpoint("IDesk"), Sources.WithUsings(other)).Files.Keys);

    [Fact]
    public void A_type_of_another_assembly_hinders_nothing()
    {
        var library = Library.Compile("namespace Shop { public class DeskEndpoint; }");
        var source = "namespace Shop { " + Code("IDesk") + " }";

        Assert.Empty(Reading.Expect(source, library));
    }

    [Fact]
    public void The_generated_class_is_not_in_its_own_way()
    {
        var run = Harness.Run(Endpoint("IDesk"), Endpoint("Desk"));
        var problems = Reading.Endpoints(run.Output).SelectMany(endpoint => EndpointReader.Read(endpoint, TypedLlm.Prompts.PromptFiles.None, default).Problems);

        Assert.Equal(["IDesk", "DeskEndpoint", "the class generated for 'Desk'"], Assert.Single(problems).Arguments);
    }

    private static string Endpoint(string name) => Sources.WithUsings(Code(name));

    private static string Code(string name) =>
        $"[TypedLlm.LlmEndpoint(Primary = \"5.4\")] public interface {name} {{ [TypedLlm.Prompt(\"x\")] System.Threading.Tasks.Task<string> AskAsync(); }}";
}
