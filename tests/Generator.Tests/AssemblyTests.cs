using Microsoft.CodeAnalysis;
using TypedLlm.TestKit;

namespace TypedLlm.Generator.Tests;

/// <summary>The registration of an assembly, and assemblies beside each other.</summary>
public sealed class AssemblyTests
{
    [Theory]
    [InlineData("Shop", "AddShopEndpoints", "ShopEndpointsExtensions")]
    [InlineData("Shop.Core", "AddShopCoreEndpoints", "ShopCoreEndpointsExtensions")]
    [InlineData("My-App.2", "AddMyApp2Endpoints", "MyApp2EndpointsExtensions")]
    [InlineData("my app", "AddMyAppEndpoints", "MyAppEndpointsExtensions")]
    [InlineData("2Cool", "Add2CoolEndpoints", "_2CoolEndpointsExtensions")]
    [InlineData("Läden", "AddLädenEndpoints", "LädenEndpointsExtensions")]
    [InlineData("TypedLlm", "AddTypedLlmEndpoints", "TypedLlmEndpointsExtensions")]
    [InlineData("-", "AddAssemblyEndpoints", "AssemblyEndpointsExtensions")]
    public void Its_name_is_the_assemblys(string assembly, string method, string type)
    {
        var run = Harness.Generator.Run(GeneratorHarness.Compile(assembly, [Endpoint("Shop", "IDesk")]));
        Assert.NotNull(run.Load().GetType("TypedLlm." + type, throwOnError: true)!.GetMethod(method));
    }

    [Fact]
    public void An_assembly_without_endpoints_gets_no_file() => Assert.Empty(Harness.Run("namespace Shop; internal interface IDesk;").Files);

    [Fact]
    public void A_method_of_a_class_is_no_endpoint() => Assert.Empty(Harness.Run(Sources.InShop("""
        public abstract class Desk
        {
            [LlmEndpoint(Primary = "5.4"), Prompt("x")] public abstract Task<string> AskAsync();
        }
        """)).Files);

    [Fact]
    public void An_assembly_whose_endpoints_have_no_client_gets_no_file() => Assert.Empty(Harness.Run(Sources.InShop("""
        [LlmEndpoint(Primary = "5.4")]
        public interface IDesk<T>
        {
            [Prompt("x")] Task<string> AskAsync();
        }
        """)).Files);

    [Fact]
    public void An_attribute_on_two_parts_gives_one_client()
    {
        const string Part = """
            [TypedLlm.LlmEndpoint(Primary = "5.4")]
            public partial interface IDesk;
            """;
        Assert.Equal(2, Harness.Generator.RunUnchecked(GeneratorHarness.Compile("Shop", [Part, Part])).Files.Count);
    }

    [Fact]
    public void Friends_with_endpoints_of_the_same_kind_work_in_one_application()
    {
        const string Friends = """
            [assembly: System.Runtime.CompilerServices.InternalsVisibleTo("Back")]
            [assembly: System.Runtime.CompilerServices.InternalsVisibleTo("App")]
            """;
        var front = Harness.Generator.Run(GeneratorHarness.Compile("Front", [Friends, Endpoint("Shop.Front", "IDesk", "internal")]));
        var back = Harness.Generator.Run(GeneratorHarness.Compile("Back", [Friends, Endpoint("Shop.Back", "IDesk", "internal")], front.ToReference()));
        var app = GeneratorHarness.Compile("App", [Sources.WithUsings("""
            namespace Shop
            {
                internal static class App
                {
                    public static void Configure(TypedLlmBuilder builder) => builder.AddFrontEndpoints().AddBackEndpoints().AddAppEndpoints();

                    public static Front.IDesk Use(LlmRuntime runtime) => new Front.DeskEndpoint(runtime);
                }
            }
            """), Endpoint("Shop.Kiosk", "IDesk")], front.ToReference(), back.ToReference());
        Harness.Generator.Run(app);
    }

    private static string Endpoint(string @namespace, string name, string access = "public") => Sources.WithUsings($$"""
        namespace {{@namespace}}
        {
            [LlmEndpoint(Primary = "5.4")]
            {{access}} interface {{name}}
            {
                [Prompt("x")] Task<string> AskAsync();
            }
        }
        """);
}
