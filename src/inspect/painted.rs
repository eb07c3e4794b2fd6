//! What is painted on the pages of a PDF, one thing after the other. Two pages on which the
//! same is painted at the same places look the same in print, however fine the printer; and
//! to see that takes far less than to draw them.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use hayro::hayro_interpret::font::Glyph;
use hayro::hayro_interpret::hayro_syntax::Pdf;
use hayro::hayro_interpret::util::TransformExt;
use hayro::hayro_interpret::{
    BlendMode, CacheKey, ClipPath, Context, Device, GlyphDrawMode, Image, InterpreterCache,
    InterpreterSettings, Paint, PathDrawMode, SoftMask, interpret_page,
};
use hayro::vello_cpu::kurbo::{Affine, BezPath, Rect};

/// How far apart the same may be on two pages, pt: what rounding does to numbers in a file.
const NEAR: f64 = 0.01;

/// Something painted, in order.
#[derive(Debug)]
struct Painted {
    what: u64,
    /// Its transformation, in pt.
    at: [f64; 6],
}

/// A page, as it is painted.
#[derive(Debug)]
pub struct PaintedPage(Vec<Painted>);

impl PaintedPage {
    /// Whether another page would look the same: the same things in the same colours and the
    /// same order, the same letters for the same shapes, each within a hundredth of a point.
    pub fn looks_like(&self, other: &Self) -> bool {
        let near = |(a, b): (&f64, &f64)| (a - b).abs() <= NEAR;
        let same = |(one, other): (&Painted, &Painted)| {
            one.what == other.what && one.at.iter().zip(&other.at).all(near)
        };
        self.0.len() == other.0.len() && self.0.iter().zip(&other.0).all(same)
    }
}

/// The pages of a PDF from one on, counted from 0.
pub fn painted_from(pdf: &Pdf, from: usize) -> impl Iterator<Item = PaintedPage> {
    let cache = InterpreterCache::new();
    let mut glyphs = HashMap::new();
    pdf.pages().iter().skip(from).map(move |page| {
        let (width, height) = page.render_dimensions();
        let mut context = Context::new(
            page.initial_transform(true).to_kurbo(),
            Rect::new(0.0, 0.0, f64::from(width), f64::from(height)),
            &cache,
            page.xref(),
            InterpreterSettings::default(),
        );
        let mut painter = Painter {
            painted: Vec::new(),
            glyphs: &mut glyphs,
        };
        interpret_page(page, &mut context, &mut painter);
        PaintedPage(painter.painted)
    })
}

/// Notes what is painted.
struct Painter<'g> {
    painted: Vec<Painted>,
    /// Shapes of glyphs, by their names in the file.
    glyphs: &'g mut HashMap<u128, u64>,
}

impl Painter<'_> {
    fn note(&mut self, what: impl Hash, at: Affine) {
        let (what, at) = (hashed(what), at.as_coeffs());
        self.painted.push(Painted { what, at });
    }

    fn outline(&mut self, glyph: &Glyph) -> u64 {
        match glyph {
            Glyph::Outline(outline) => {
                let known = self.glyphs.entry(outline.identifier().cache_key());
                *known.or_insert_with(|| hashed(outline.outline().to_svg()))
            }
            // A drawing: it is known by what it stands for.
            Glyph::Type3(_) => 0,
        }
    }
}

fn hashed(what: impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    what.hash(&mut hasher);
    hasher.finish()
}

impl<'a> Device<'a> for Painter<'_> {
    fn set_soft_mask(&mut self, mask: Option<SoftMask<'a>>) {
        self.note(("mask", mask.is_some()), Affine::IDENTITY);
    }

    fn set_blend_mode(&mut self, mode: BlendMode) {
        self.note(("blend", mode), Affine::IDENTITY);
    }

    fn draw_path(&mut self, path: &BezPath, at: Affine, paint: &Paint<'a>, how: &PathDrawMode) {
        let what = ("path", path.to_svg(), paint.cache_key(), format!("{how:?}"));
        self.note(what, at);
    }

    fn push_clip_path(&mut self, clip: &ClipPath) {
        self.note(("clip", clip.cache_key()), Affine::IDENTITY);
    }

    fn push_transparency_group(
        &mut self,
        opacity: f32,
        mask: Option<SoftMask<'a>>,
        mode: BlendMode,
    ) {
        let what = ("group", opacity.to_bits(), mask.is_some(), mode);
        self.note(what, Affine::IDENTITY);
    }

    fn draw_glyph(
        &mut self,
        glyph: &Glyph<'a>,
        at: Affine,
        within: Affine,
        paint: &Paint<'a>,
        how: &GlyphDrawMode,
    ) {
        let outline = self.outline(glyph);
        let stands_for = format!("{:?}", glyph.as_unicode());
        let what = (
            "glyph",
            outline,
            stands_for,
            paint.cache_key(),
            format!("{how:?}"),
        );
        self.note(what, at * within);
    }

    fn draw_image(&mut self, image: Image<'a, '_>, at: Affine) {
        let size = (image.width(), image.height());
        match image {
            Image::Raster(image) => self.note(("image", size, image.stream().raw_data()), at),
            Image::Stencil(image) => {
                let mut data = Vec::new();
                let mut colour = 0;
                image.with_stencil(
                    |dots, paint| {
                        data = dots.data;
                        colour = paint.cache_key();
                    },
                    None,
                );
                self.note(("stencil", size, data, colour), at);
            }
        }
    }

    fn pop_clip_path(&mut self) {
        self.note("end of clip", Affine::IDENTITY);
    }

    fn pop_transparency_group(&mut self) {
        self.note("end of group", Affine::IDENTITY);
    }
}
