using Microsoft.CodeAnalysis;
using TypedLlm.TestKit;
using Xunit.Sdk;

namespace TypedLlm.Generator.Tests;

/// <summary>The harness must fail for generators that do what ours must not.</summary>
public sealed class HarnessTests
{
    [Fact]
    public void It_fails_for_a_step_that_holds_the_compilation() => Fails("holds", new Careless(context =>
        context.CompilationProvider.Select((compilation, _) => (object)compilation).WithTrackingName(Steps.Step)));

    [Fact]
    public void It_fails_for_a_step_that_runs_anew_after_any_edit() => Fails("was Modified", new Careless(context =>
        context.CompilationProvider.Select((compilation, _) => (object)compilation.SyntaxTrees.Count()).WithTrackingName(Steps.Step)));

    [Fact]
    public void It_fails_for_code_that_warns() => Fails("CS0169", new Careless(
        context => context.CompilationProvider.Select((compilation, _) => (object)1).WithTrackingName(Steps.Step),
        "class Warns { private int _unused; }"));

    private static void Fails(string message, IIncrementalGenerator generator)
    {
        var harness = new GeneratorHarness(() => generator, typeof(Steps));
        var exception = Assert.ThrowsAny<XunitException>(() => harness.Run(""));
        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
    }

    private static class Steps
    {
        public const string Step = "Step";
    }

#pragma warning disable RS1036, RS1042 // A generator for tests only.
    private sealed class Careless(Func<IncrementalGeneratorInitializationContext, IncrementalValueProvider<object>> step, string source = "") : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context) =>
            context.RegisterSourceOutput(step(context), (output, _) => output.AddSource("Careless.g.cs", source));
    }
#pragma warning restore RS1036, RS1042
}
